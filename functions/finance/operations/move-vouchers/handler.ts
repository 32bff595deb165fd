import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { partnerDeps } from '../../deps.ts';
import { moveVouchers } from '../../use-cases/move-vouchers.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, partnerDeps, ({ actor, body, now, keep }, deps) =>
  moveVouchers(deps, { ...body, by: actorName(actor), now, keep }),
);
