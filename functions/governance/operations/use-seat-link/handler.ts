import { handle } from '../../../../layers/platform/http/handle.ts';
import { seatReadDeps } from '../../deps.ts';
import { beginSeatSession } from '../../use-cases/bodies/seat-sign-in.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, seatReadDeps, ({ body, now }, deps) =>
  beginSeatSession(deps, { ...body, now }),
);
