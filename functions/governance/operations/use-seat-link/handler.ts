import { handle } from '../../../../layers/platform/http/handle.ts';
import { seatSignInDeps } from '../../deps.ts';
import { beginSeatSession } from '../../use-cases/bodies/seat-sign-in.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, seatSignInDeps, ({ body, caller, now }, deps) =>
  beginSeatSession(deps, { ...body, address: caller.address, now }),
);
