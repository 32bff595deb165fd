import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { orderDeps } from '../../deps.ts';
import { claimOrders } from '../../use-cases/claim-orders.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, orderDeps, ({ actor, path: { memberId }, body: { lines }, now, keep }, deps) =>
  claimOrders(deps, { memberId, lines, by: actorName(actor), now, keep }),
);
