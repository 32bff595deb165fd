import { type Item, itemBytes } from './item-size.ts';
import { sameValue } from './same-value.ts';
import { type IndexShape, indexEntry, type TableShape } from './table-shape.ts';

/** The effect of one write on an item: put, update or delete. With neither `before` nor `after`, a delete of a missing item. */
export type ItemWrite = { before?: Item | undefined; after?: Item | undefined };

/** Write units of a call: of the table, of each index by name, and the total. */
export type WriteCost = { table: number; indexes: Record<string, number>; total: number };

/** Bytes that one write unit covers. */
const UNIT = 1024;

/** Write units of a number of bytes: one for each started 1 KB, at least one. */
export const writeUnitsOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / UNIT));

const bytesOf = (item: Item | undefined): number => (item ? itemBytes(item) : 0);

/** The larger of the item before and after the write is billed. */
const larger = ({ before, after }: ItemWrite): number => writeUnitsOf(Math.max(bytesOf(before), bytesOf(after)));

/**
 * Write units of an index: an entry that is added or removed is one write of its size; an entry with a new key is a delete and a put; an
 * entry with changed projected attributes is one write; an unchanged entry costs nothing.
 */
const indexUnits = (table: TableShape, index: IndexShape, write: ItemWrite): number => {
  const before = indexEntry(table, index, write.before);
  const after = indexEntry(table, index, write.after);
  if (!before && !after) return 0;
  if (!before || !after) return larger({ before, after });
  const moved = index.keys.some((name) => !sameValue(before[name], after[name]));
  if (moved) return larger({ before }) + larger({ after });
  return sameValue(before, after) ? 0 : larger({ before, after });
};

/** Adds the cost of one write to a sum: thousands of writes a second are counted, so nothing is created for each. */
const addCost = (sum: WriteCost, table: TableShape, write: ItemWrite, perItem: 1 | 2): WriteCost => {
  const own = larger(write) * perItem;
  sum.table += own;
  sum.total += own;
  for (const index of table.indexes) {
    const units = indexUnits(table, index, write);
    sum.indexes[index.name] = (sum.indexes[index.name] ?? 0) + units;
    sum.total += units;
  }
  return sum;
};

const nothing = (): WriteCost => ({ table: 0, indexes: {}, total: 0 });

/** Write units of one put, update or delete (DynamoDB Developer Guide: the larger of before and after). */
export const writeCost = (table: TableShape, write: ItemWrite): WriteCost => addCost(nothing(), table, write, 1);

/** Write units of a write with a failed condition: the existing item is billed, at least one unit; no index is written. */
export const failedWriteUnits = (existing: Item | undefined): number => larger({ before: existing });

/**
 * Write units of a transaction: each item is rounded separately and billed twice (prepare and commit), indexes once; a condition check
 * is billed as a write of the checked item. Both emulators report transactions differently; these figures are the correct ones.
 */
export const transactWriteCost = (
  table: TableShape,
  writes: readonly (ItemWrite | { check: Item | undefined })[],
): WriteCost => {
  const sum = nothing();
  for (const write of writes) {
    if (!('check' in write)) addCost(sum, table, write, 2);
    else {
      const units = larger({ before: write.check }) * 2;
      sum.table += units;
      sum.total += units;
    }
  }
  return sum;
};
