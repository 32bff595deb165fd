import * as z from 'zod';
import { expectedVersion } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { onOrderChanges } from '../domain/on-order.ts';
import type { Order } from '../domain/order.ts';
import { key } from './keys.ts';

/** The copies of a title on order, by library. `v` is the version of the row, 0 before the first order. */
export type OnOrder = { copies: ReadonlyMap<string, number>; v: number };

/** The attribute of an order in the row of a title. */
const ofOrder = (orderId: string): string => `order-${orderId}`;
const part = z.object({ memberId: z.string(), copies: z.int() });

const readOnOrder = (row: Record<string, unknown>): OnOrder => {
  const copies = new Map<string, number>();
  for (const [name, value] of Object.entries(row)) {
    if (!name.startsWith(ofOrder(''))) continue;
    const { memberId, copies: more } = part.parse(value);
    copies.set(memberId, (copies.get(memberId) ?? 0) + more);
  }
  return { copies, v: z.number().parse(row.v) };
};

/**
 * Returns the writes of what a change of an order leaves on order of each title; they belong in the transaction that changes the order. With
 * the versions by which the order was judged, it fails when anything of these titles was ordered or arrived meanwhile.
 */
export const onOrderWrites = (
  before: Order,
  after: Order,
  judged: ReadonlyMap<string, number> = new Map(),
): Write[] => {
  const changes = onOrderChanges(before, after);
  const writes = changes.map(({ title, copies }): Write => {
    const [name, set] = [ofOrder(after.orderId), { entity: 'onOrder', schema: 1, title }];
    const v = judged.get(title);
    const update = { update: key('onOrder', { title }), ...(v !== undefined && { when: expectedVersion(v) }) };
    return copies === 0
      ? { ...update, set, remove: [name] }
      : { ...update, set: { ...set, [name]: { memberId: after.memberId, copies } } };
  });
  const written = new Set(changes.map(({ title }) => title));
  // The same title under another number, or under its record.
  const others = [...judged].filter(([title]) => !written.has(title));
  const checks = others.map(([title, v]): Write => ({ check: key('onOrder', { title }), when: expectedVersion(v) }));
  return [...writes, ...checks];
};

/** Returns what is on order of titles, by their keys: strongly, as placing an order is judged by it. */
export const onOrderIn = async (table: Table, titles: readonly string[]): Promise<Map<string, OnOrder>> => {
  const asked = [...new Set(titles)];
  const rows = await table.getMany(
    asked.map((title) => key('onOrder', { title })),
    { strong: true },
  );
  return new Map(
    asked.map((title, at) => {
      const row = rows[at];
      return [title, row ? readOnOrder(row) : { copies: new Map(), v: 0 }];
    }),
  );
};
