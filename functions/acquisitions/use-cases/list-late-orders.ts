import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { OrderDeps } from '../deps.ts';
import type { Order } from '../domain/order.ts';
import { lateLines, missingOf, placedOn } from '../domain/order-claims.ts';
import { claimSettings } from './claim-settings.ts';

type Input = { memberId: string; vendor: string | undefined; page: PageRequest; now: number };

/** Lists the orders of a library of which lines are late on its day, with what is due for each: a claim, or to give it up. */
export const listLateOrders = async (
  deps: Pick<OrderDeps, 'orders' | 'funds' | 'vendors'>,
  { memberId, vendor, page, now }: Input,
) => {
  const settingOf = await claimSettings(deps, memberId, now);
  const lateOf = (order: Order) => {
    const setting = settingOf(order);
    return setting ? lateLines(order, setting) : [];
  };
  const isWanted = (order: Order): boolean =>
    (vendor === undefined || order.vendor === vendor) && lateOf(order).length > 0;
  const found = await deps.orders.open(memberId, isWanted, page);
  if (found === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const orders = found.rows.map((order) => ({
    ...{ orderId: order.orderId, number: order.number, vendor: order.vendor, v: order.v },
    orderedOn: placedOn(order, settingOf(order)?.timeZone ?? 'UTC') ?? '',
    lines: lateOf(order).map(({ line, lateFrom, due }) => ({
      ...{ line: line.number, title: line.title, missing: missingOf(line), claims: line.claims ?? [], lateFrom, due },
    })),
  }));
  return answer({ orders, ...(found.next !== undefined && { next: found.next }) });
};
