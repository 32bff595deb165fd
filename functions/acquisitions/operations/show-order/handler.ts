import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { orderDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, orderDeps, async ({ actor, path }, { orders, names }) => {
  const order = await orders.get(path);
  if (!order) return refuse('unknown-order', 'The library has no such order.', '/path/orderId');
  const named = await names([...new Set(order.steps.map(({ by }) => by))]);
  return answer({ order, names: named, isPreparer: order.preparedBy === actorName(actor) });
});
