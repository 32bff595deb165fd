import { type Item, itemBytes } from './capacity/item-size.ts';
import {
  failedWriteUnits,
  getUnits,
  type IndexShape,
  type ItemWrite,
  indexEntry,
  queryUnits as pageUnits,
  type TableShape,
  transactWriteCost,
  writeCost,
} from './capacity/units.ts';
import type { Write } from './write.ts';

const index = (name: string, projection: IndexShape['projection']): IndexShape => ({
  name,
  keys: [`${name}pk`, `${name}sk`],
  projection,
});

/** The shape of the single table as infra defines it: its keys and what each index projects. */
const shape: TableShape = {
  keys: ['pk', 'sk'],
  indexes: [index('gsi1', 'KEYS_ONLY'), index('gsi2', 'ALL'), index('gsi3', 'KEYS_ONLY'), index('gsi4', 'ALL')],
};

/** Read units of getting one item; a missing item costs as much as a small one. */
export const readUnits = (item: Item | undefined, strong: boolean): number =>
  getUnits(item, strong ? 'strong' : 'eventual');

/** Read units of one page of a query, computed from the items that the table or the index returned. */
export const queryUnits = (items: Item[], strong: boolean): number => pageUnits(items, strong ? 'strong' : 'eventual');

/** The bytes that DynamoDB bills for each item and index entry in addition to its own (Developer Guide, storage). */
const OVERHEAD = 100;

/** Bytes that an item stores: its own and those of its index entries, including the billed overhead. */
export const storedBytes = (item: Item): number =>
  [item, ...shape.indexes.map((one) => indexEntry(shape, one, item))].reduce(
    (bytes, entry) => bytes + (entry ? itemBytes(entry) + OVERHEAD : 0),
    0,
  );

type Update = Extract<Write, { update: unknown }>;

type Attributes = Record<string, unknown>;

const isMap = (value: unknown): value is Attributes => typeof value === 'object' && value !== null;

/** Resolves a path such as `perGroup.dvd` to the map that contains it (created when missing) and the last name. */
const place = (item: Attributes, path: string): { map: Attributes; name: string } => {
  const steps = path.split('.');
  const name = steps.pop() ?? path;
  let map = item;
  for (const step of steps) {
    const next = map[step];
    const inner = isMap(next) ? next : {};
    map[step] = inner;
    map = inner;
  }
  return { map, name };
};

/** Returns an item as it is after an update. */
const updated = ({ update, set = {}, add = {}, append = {}, remove = [] }: Update, before: Item): Item => {
  const after: Attributes = structuredClone({ ...before, ...update });
  for (const [path, value] of Object.entries(set)) {
    const { map, name } = place(after, path);
    map[name] = value;
  }
  for (const [path, amount] of Object.entries({ ...add, v: 1 })) {
    const { map, name } = place(after, path);
    const was = map[name];
    map[name] = (typeof was === 'number' ? was : 0) + amount;
  }
  for (const [path, items] of Object.entries(append)) {
    const { map, name } = place(after, path);
    const was = map[name];
    map[name] = [...(Array.isArray(was) ? was : []), ...items];
  }
  for (const path of remove) {
    const { map, name } = place(after, path);
    delete map[name];
  }
  return after;
};

const imagesOf = (write: Write): ItemWrite | { check: Item | undefined } => {
  if ('put' in write) return { before: write.sizeOf, after: write.put };
  if ('update' in write) return { before: write.sizeOf, after: updated(write, write.sizeOf ?? {}) };
  if ('delete' in write) return { before: write.sizeOf ?? write.delete };
  return { check: undefined };
};

/**
 * Write units of one write or of a transaction, indexes included. Exact when a write states the previous item (`sizeOf`: the item as it
 * was read); otherwise an update counts only what it sets, and a put or delete assumes that the previous item was not larger.
 */
export const writeUnits = (writes: readonly Write[]): number => {
  const images = writes.map(imagesOf);
  const [first] = images;
  if (images.length === 1 && first && !('check' in first)) return writeCost(shape, first).total;
  return transactWriteCost(shape, images).total;
};

/** Write units of one write with a failed condition; takes the existing item. */
export const refusedUnits = (existing: Item | undefined): number => failedWriteUnits(existing);
