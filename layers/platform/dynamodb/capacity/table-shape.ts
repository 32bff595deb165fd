import type { Item } from './item-size.ts';

/** A global secondary index: its key attributes and which others are copied into it. */
export type IndexShape = {
  name: string;
  keys: readonly string[];
  projection: 'ALL' | 'KEYS_ONLY' | { include: readonly string[] };
};

/** A table as far as capacity goes: its key attributes and its indexes. */
export type TableShape = { keys: readonly string[]; indexes: readonly IndexShape[] };

const pick = (item: Item, names: Iterable<string>): Item => {
  const picked: Record<string, unknown> = {};
  for (const name of names) if (item[name] !== undefined) picked[name] = item[name];
  return picked;
};

/** An item's entry in an index; undefined when it lacks one of the index's keys (a sparse index) or there is no item. */
export const indexEntry = (table: TableShape, index: IndexShape, item: Item | undefined): Item | undefined => {
  if (!item || index.keys.some((name) => item[name] === undefined || item[name] === null)) return undefined;
  if (index.projection === 'ALL') return item;
  const extra = index.projection === 'KEYS_ONLY' ? [] : index.projection.include;
  return pick(item, new Set([...table.keys, ...index.keys, ...extra]));
};
