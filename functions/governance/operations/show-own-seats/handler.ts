import { handle } from '../../../../layers/platform/http/handle.ts';
import { seatReadDeps } from '../../deps.ts';
import { showOwnSeats } from '../../use-cases/bodies/show-own-seats.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, seatReadDeps, ({ body, now }, deps) => showOwnSeats(deps, { ...body, now }));
