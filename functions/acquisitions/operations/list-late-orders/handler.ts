import { handle } from '../../../../layers/platform/http/handle.ts';
import { orderDeps } from '../../deps.ts';
import { listLateOrders } from '../../use-cases/list-late-orders.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, orderDeps, ({ path: { memberId }, query: { vendor, ...page }, now }, deps) =>
  listLateOrders(deps, { memberId, vendor, page, now }),
);
