import { handle } from '../../../../layers/platform/http/handle.ts';
import { seatReadDeps } from '../../deps.ts';
import { endSeatSession } from '../../use-cases/bodies/seat-sign-in.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, seatReadDeps, ({ body }, deps) => endSeatSession(deps, body.session));
