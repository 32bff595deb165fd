import { type Item, itemBytes } from './item-size.ts';

/** A global secondary index: its key attributes and its projection. */
export type IndexShape = {
  name: string;
  keys: readonly string[];
  projection: 'ALL' | 'KEYS_ONLY' | { include: readonly string[] };
};

/** The parts of a table that determine capacity: its key attributes and its indexes. */
export type TableShape = { keys: readonly string[]; indexes: readonly IndexShape[] };

const pick = (item: Item, names: Iterable<string>): Item => {
  const picked: Record<string, unknown> = {};
  for (const name of names) if (item[name] !== undefined) picked[name] = item[name];
  return picked;
};

/** Returns an item's entry in an index; undefined when the item is missing or lacks one of the index's keys (a sparse index). */
export const indexEntry = (table: TableShape, index: IndexShape, item: Item | undefined): Item | undefined => {
  if (!item || index.keys.some((name) => item[name] === undefined || item[name] === null)) return undefined;
  if (index.projection === 'ALL') return item;
  const extra = index.projection === 'KEYS_ONLY' ? [] : index.projection.include;
  return pick(item, new Set([...table.keys, ...index.keys, ...extra]));
};

/** The consistency of a read: an eventually consistent read costs half of a strong one, a transactional read costs twice as much. */
export type Consistency = 'eventual' | 'strong' | 'transactional';

/** Bytes that one read unit covers. */
const READ_UNIT = 4096;

const factors: Record<Consistency, number> = { eventual: 0.5, strong: 1, transactional: 2 };

const unitsOf = (bytes: number, consistency: Consistency): number =>
  Math.max(1, Math.ceil(bytes / READ_UNIT)) * factors[consistency];

/** Read units of getting one item, rounded up to 4 KB; a missing item costs as much as a small one. */
export const getUnits = (item: Item | undefined, consistency: Consistency = 'eventual'): number =>
  unitsOf(item ? itemBytes(item) : 0, consistency);

/** Read units of getting several items: each item is rounded separately, in a batch and in a transaction. */
export const getManyUnits = (items: readonly (Item | undefined)[], consistency: Consistency = 'eventual'): number =>
  items.reduce((units, item) => units + getUnits(item, consistency), 0);

/**
 * Read units of one page of a query: the bytes of all items read (before any filter, as the table or the index holds them) are summed,
 * then rounded up to 4 KB; an empty page costs the minimum. An index does not support strong reads.
 */
export const queryUnits = (read: readonly Item[], consistency: 'eventual' | 'strong' = 'eventual'): number =>
  unitsOf(
    read.reduce((bytes, item) => bytes + itemBytes(item), 0),
    consistency,
  );

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Set) &&
  !(value instanceof Uint8Array);

/** Returns true when two attribute values are stored identically: sets and map keys are unordered, undefined equals absent. */
export const sameValue = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true;
  if (a instanceof Uint8Array && b instanceof Uint8Array) {
    return a.length === b.length && a.every((byte, at) => byte === b[at]);
  }
  if (a instanceof Set && b instanceof Set) {
    return a.size === b.size && [...a].every((one) => b.has(one) || [...b].some((other) => sameValue(one, other)));
  }
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, at) => sameValue(one, b[at]));
  if (!isPlain(a) || !isPlain(b)) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => sameValue(a[name], b[name]));
};

/** The effect of one write on an item: put, update or delete. With neither `before` nor `after`, a delete of a missing item. */
export type ItemWrite = { before?: Item | undefined; after?: Item | undefined };

/** Write units of a call: of the table, of each index by name, and the total. */
export type WriteCost = { table: number; indexes: Record<string, number>; total: number };

/** Bytes that one write unit covers. */
const WRITE_UNIT = 1024;

/** Write units of a number of bytes: one for each started 1 KB, at least one. */
export const writeUnitsOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / WRITE_UNIT));

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
