import { handle } from '../../../../layers/platform/http/handle.ts';
import { seatLinkDeps } from '../../deps.ts';
import { askSeatLink } from '../../use-cases/bodies/seat-sign-in.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, seatLinkDeps, ({ body, caller, now }, deps) =>
  askSeatLink(deps, { ...body, address: caller.address, now }),
);
