import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { OrderDeps } from '../deps.ts';
import { comesTooLate } from '../domain/needed-by.ts';

type Input = { place: { memberId: string; orderId: string }; reader: string };

/** Shows an order with the names of all who did something with it. */
export const showOrder = async ({ orders, names }: Pick<OrderDeps, 'orders' | 'names'>, { place, reader }: Input) => {
  const order = await orders.get(place);
  if (!order) return refuse('unknown-order', 'The library has no such order.', '/path/orderId');
  const named = await names([...new Set(order.steps.map(({ by }) => by))]);
  return answer({ order, names: named, isPreparer: order.preparedBy === reader, tooLate: comesTooLate(order) });
};
