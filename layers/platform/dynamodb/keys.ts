import { type KeyRow, keyTable } from './key-table.ts';

/** The name of an entity of the one table. */
export type Entity = keyof typeof keyTable;

type Holes<T extends string> = T extends `${string}{${infer Hole}}${infer Rest}` ? Hole | Holes<Rest> : never;
type KeyValues<E extends Entity> = Record<
  Holes<(typeof keyTable)[E]['pk']> | Holes<(typeof keyTable)[E]['sk']>,
  string
>;
type Index = 'gsi1' | 'gsi2' | 'gsi3' | 'gsi4';
type IndexOf<E extends Entity, G extends Index> = (typeof keyTable)[E] extends {
  [K in G]: { pk: infer P extends string; sk: infer S extends string };
}
  ? Record<Holes<P> | Holes<S>, string>
  : never;

export type Key = { pk: string; sk: string };

/** `#` parts a key and `%` escapes, so a value holding either is escaped: no value can reach into another entity. */
const escaped = (value: string): string => value.replaceAll('%', '%25').replaceAll('#', '%23');

/** Templates in their parts, text and the name of a value in turns: they are few, and keys are made by the million. */
const parts = new Map<string, readonly string[]>();

const partsOf = (template: string): readonly string[] => {
  const known = parts.get(template) ?? template.split(/\{(\w+)\}/);
  parts.set(template, known);
  return known;
};

const fill = (template: string, values: Record<string, string>, whole: readonly string[] = []): string => {
  let filled = '';
  for (const [i, part] of partsOf(template).entries()) {
    const value = i % 2 === 0 ? part : values[part];
    if (i % 2 === 1 && (value === undefined || value === '')) throw new Error(`A key needs ${part} (${template})`);
    filled += i % 2 === 0 || whole.includes(part) ? value : escaped(value ?? '');
  }
  return filled;
};

/** The primary key of an entity. Takes its values; throws when one is missing or empty. */
export const key = <E extends Entity>(entity: E, values: KeyValues<E>): Key => {
  const row: KeyRow = keyTable[entity];
  return { pk: fill(row.pk, values), sk: fill(row.sk, values) };
};

/** The first part of an entity's sort key up to the first value, for `begins_with` (e.g. `HOLD#`). */
export const sortPrefix = (entity: Entity): string => keyTable[entity].sk.split('{')[0] ?? '';

const indexed = (entity: Entity, index: Index, values: Record<string, string>): Record<string, string> => {
  const keys = (keyTable[entity] as KeyRow)[index];
  if (!keys) throw new Error(`${entity} has no ${index}`);
  // `{list}` is the name of a list made by `listKey`, already escaped.
  return { [`${index}pk`]: fill(keys.pk, values, ['list']), [`${index}sk`]: fill(keys.sk, values) };
};

/** The gsi1 attributes of an entity (sparse: leave them out and the item is not in the index). */
export const gsi1 = <E extends Entity>(entity: E, values: IndexOf<E, 'gsi1'>): Record<string, string> =>
  indexed(entity, 'gsi1', values);

/** The gsi2 attributes of an entity (sparse). */
export const gsi2 = <E extends Entity>(entity: E, values: IndexOf<E, 'gsi2'>): Record<string, string> =>
  indexed(entity, 'gsi2', values);

/** The gsi3 attributes of an entity (sparse). */
export const gsi3 = <E extends Entity>(entity: E, values: IndexOf<E, 'gsi3'>): Record<string, string> =>
  indexed(entity, 'gsi3', values);

/** The gsi4 attributes of an entity (sparse). */
export const gsi4 = <E extends Entity>(entity: E, values: IndexOf<E, 'gsi4'>): Record<string, string> =>
  indexed(entity, 'gsi4', values);

/** Names of a branch's or member's lists in gsi2: one partition per branch, so none is of low cardinality. */
export const lists = {
  transitTo: 'TRANSIT-TO',
  shelf: 'SHELF',
  pull: 'PULL',
  missing: 'MISSING',
  hopeless: 'HOPELESS',
  requester: 'REQUESTER',
  supplier: 'SUPPLIER',
  pile: 'LETTER-PILE',
} as const;
export const listKey = (list: keyof typeof lists, place: string): string => `${lists[list]}#${escaped(place)}`;

/** The partition key of an index list by entity, for queries. */
export const indexPartition = <E extends Entity>(entity: E, index: Index, values: Record<string, string>): string => {
  const keys = (keyTable[entity] as KeyRow)[index];
  if (!keys) throw new Error(`${entity} has no ${index}`);
  return fill(keys.pk, values, ['list']);
};
