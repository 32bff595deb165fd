import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { OrderDeps } from '../deps.ts';
import { type Order, type OrderState, wantedOf } from '../domain/order.ts';

type Filter = { state?: OrderState | undefined; vendor?: string | undefined; fund?: string | undefined };
type Input = { memberId: string; filter: Filter; page: PageRequest };

const rowOf = ({ lines, steps, note: _note, ...row }: Order) => ({
  ...row,
  title: lines[0]?.title ?? '',
  lines: lines.length,
  wanted: lines.reduce((sum, line) => sum + wantedOf(line), 0),
  received: lines.reduce((sum, { received }) => sum + received, 0),
  at: steps.findLast(({ act }) => act === 'write')?.at ?? '',
});

/** Lists orders, the newest first, each with its first title and what arrived. */
export const listOrders = async ({ orders }: Pick<OrderDeps, 'orders'>, { memberId, filter, page }: Input) => {
  const found = await orders.list(memberId, filter, page);
  if (found === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  return answer({ orders: found.rows.map(rowOf), ...(found.next !== undefined && { next: found.next }) });
};
