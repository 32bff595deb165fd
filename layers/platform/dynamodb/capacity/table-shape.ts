import type { Item } from './item-size.ts';

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
