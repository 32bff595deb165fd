import * as z from 'zod';
import { absent, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { key } from './keys.ts';

const bearer = z.object({ itemId: z.string(), memberId: z.string(), sourceId: z.string() });
/** An item with a barcode: its member and its source record. */
export type Bearer = z.infer<typeof bearer>;

/** The items with a barcode, with the counter that a change is conditioned on. Two or more share it when members' old numbers collide. */
export type BarcodePointer = { barcode: string; bearers: Bearer[]; v: number };

const stored = z.union([
  z.object({ barcode: z.string(), bearers: z.array(bearer).min(1), v: z.number() }),
  // Before members' numbers could collide a pointer contained one item.
  bearer.extend({ barcode: z.string(), v: z.number() }).transform(({ barcode, v, ...one }) => ({
    ...{ barcode, v },
    bearers: [one],
  })),
]);

/** Decodes a stored pointer. */
export const readBarcode = (item: unknown): BarcodePointer => stored.parse(item);

const pointer = (barcode: string, v: number, bearers: readonly Bearer[]) => ({
  ...key('barcode', { barcode }),
  ...stamp('barcode', v),
  barcode,
  bearers,
});

/**
 * Returns the write that adds an item to a barcode: claims an unused one, else adds the item to those that had it when it was read. It
 * fails when that changed meanwhile.
 */
export const claimBarcode = (
  barcode: string,
  { itemId, memberId, sourceId }: Bearer,
  before?: BarcodePointer,
): Write => {
  const by = { itemId, memberId, sourceId };
  return before === undefined
    ? { put: pointer(barcode, 1, [by]), when: absent() }
    : { put: pointer(barcode, before.v + 1, [...before.bearers, by]), when: unchanged(before.v) };
};

/** Returns the write that removes an item from a barcode: it stays with the remaining items, or is free again. */
export const releaseBarcode = ({ barcode, bearers, v }: BarcodePointer, itemId: string): Write => {
  const left = bearers.filter((one) => one.itemId !== itemId);
  return left.length === 0
    ? { delete: key('barcode', { barcode }), when: unchanged(v) }
    : { put: pointer(barcode, v + 1, left), when: unchanged(v) };
};
