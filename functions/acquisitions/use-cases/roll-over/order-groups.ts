import type { RollOverDeps } from '../../deps.ts';
import type { Encumbrance } from '../../domain/encumbrance.ts';
import type { Order } from '../../domain/order.ts';
import type { RollOver } from '../../domain/roll-over.ts';
import { doPart, type Part } from './roll-over-work.ts';

/** How many writes one transaction has at most beside the roll-over, and how many bytes. */
const [MOST_WRITES, MOST_BYTES] = [96, 2_500_000];

/** What a group of orders changes in one transaction. */
export type Group = { orders: Order[]; changes: Map<string, Encumbrance>; bytes: number; more: number };

/** Returns a group without orders. */
export const noGroup = (): Group => ({ orders: [], changes: new Map(), bytes: 0, more: 0 });

const placeOf = ({ fund }: Encumbrance): string => `${fund.year}#${fund.code}`;

/** Adds an order with its changes of funds to a group, unless one transaction would not have it; returns whether it did. */
export const addOrder = (group: Group, order: Order, changes: readonly Encumbrance[], more = 0): boolean => {
  const bytes = group.bytes + JSON.stringify(order).length;
  const funds = changes.filter((change) => !group.changes.has(placeOf(change))).length + group.changes.size;
  const writes = group.orders.length + 1 + funds + group.more + more;
  if (group.orders.length > 0 && (writes > MOST_WRITES || bytes > MOST_BYTES)) return false;
  group.orders.push(order);
  for (const change of changes) {
    const before = group.changes.get(placeOf(change)) ?? { ...change, own: 0, whole: 0 };
    group.changes.set(placeOf(change), {
      ...{ fund: change.fund, own: before.own + change.own, whole: before.whole + change.whole },
    });
  }
  Object.assign(group, { bytes, more: group.more + more });
  return true;
};

/** A reader of the orders of a member from the last one that a roll-over looked at. `again` reads anew what changed. */
export type OrderReader = {
  /** Returns the next orders, whether more follow, undefined at the end. */
  next(rollOver: RollOver): Promise<{ orders: Order[]; isLast: boolean }>;
  taken(count: number): void;
  again(): void;
};

/** Reads orders page by page, so that a group of them needs no reading of its own. */
export const orderReader = ({ rollOvers }: Pick<RollOverDeps, 'rollOvers'>): OrderReader => {
  let page: { orders: Order[]; behind?: string } | undefined;
  return {
    next: async ({ memberId, progress }) => {
      if (!page || (page.orders.length === 0 && page.behind !== undefined))
        page = await rollOvers.ordersAfter(memberId, page?.behind ?? progress?.behind, undefined);
      return { orders: page.orders, isLast: page.behind === undefined };
    },
    taken: (count) => {
      if (page) page = { ...page, orders: page.orders.slice(count) };
    },
    again: () => {
      page = undefined;
    },
  };
};

/** What a part of the work on orders wrote, and at how many orders it looked. */
type OrdersPart = Part & { looked: number };

/** Does the next part of the work on orders, as `doPart` does; orders are read anew when it is made again. */
export const doOrders = (
  work: Pick<RollOverDeps, 'rollOvers' | 'clock'>,
  given: RollOver,
  reader: OrderReader,
  make: (page: { orders: Order[]; isLast: boolean }) => Promise<OrdersPart>,
): Promise<RollOver | undefined> => {
  let isRead = true;
  return doPart(work, given, async () => {
    if (!isRead) reader.again();
    isRead = false;
    const { looked, ...part } = await make(await reader.next(given));
    reader.taken(looked);
    return part;
  });
};
