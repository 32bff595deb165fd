import { handle } from '../../../../layers/platform/http/handle.ts';
import { orderDeps } from '../../deps.ts';
import { listOrders } from '../../use-cases/list-orders.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, orderDeps, ({ path: { memberId }, query: { limit, after, ...filter } }, deps) =>
  listOrders(deps, { memberId, filter, page: { limit, after } }),
);
