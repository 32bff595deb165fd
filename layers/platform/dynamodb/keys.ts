import type { Personal } from '../../kernel/identity/personal-data.ts';

type IndexKeys = { pk: string; sk: string };

/**
 * The ways in which a row can end. `ttl`: DynamoDB deletes it after the time in its attribute `expiresAt`; `erasure`: the erasure of the
 * patron deletes the row or the patron's data in it; `code`: an operation or a consumer deletes it.
 */
type Ending = 'ttl' | 'erasure' | 'code';

/** How long a row is retained, as text, and everything that can end it; empty for rows that are retained indefinitely. */
type Retention = { readonly period: string; readonly ends: readonly Ending[] };

/** An entity of the single table: its keys in the table and in the indexes that contain it. `{name}` is a placeholder. */
export type KeyRow = {
  pk: string;
  sk: string;
  gsi1?: IndexKeys;
  gsi2?: IndexKeys;
  gsi3?: IndexKeys;
  gsi4?: IndexKeys;
  personal: Personal;
  retention: Retention;
  /** The access pattern of the key, followed by that of each index. */
  question: string;
};

/** The primary key of an item. */
export type Key = { pk: string; sk: string };

type Index = 'gsi1' | 'gsi2' | 'gsi3' | 'gsi4';
type Holes<T extends string> = T extends `${string}{${infer Hole}}${infer Rest}` ? Hole | Holes<Rest> : never;
type Rows = Record<string, KeyRow>;
type KeyValues<T extends Rows, E extends keyof T> = Record<Holes<T[E]['pk']> | Holes<T[E]['sk']>, string>;
type IndexValues<T extends Rows, E extends keyof T, G extends Index> = T[E] extends {
  [K in G]: { pk: infer P extends string; sk: infer S extends string };
}
  ? Record<Holes<P> | Holes<S>, string>
  : never;

/**
 * `#` separates the parts of a key and `%` escapes; a value that contains either is escaped, so no value can forge another entity's key.
 */
const escaped = (value: string): string => value.replaceAll('%', '%25').replaceAll('#', '%23');

// Parsed templates, text and value names in turn, are cached: there are few templates, and keys are made by the million.
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

/**
 * Returns the functions that build the keys of a context's entities. The rows of its key table are data that no other module knows (ADR
 * 2).
 */
export const keysOf = <const T extends Rows>(rows: T) => {
  const row = (entity: keyof T): KeyRow => {
    const found = rows[entity];
    if (!found) throw new Error(`There is no entity ${String(entity)}.`);
    return found;
  };
  const indexed = (entity: keyof T, index: Index): IndexKeys => {
    const keys = row(entity)[index];
    if (!keys) throw new Error(`${String(entity)} has no ${index}.`);
    return keys;
  };
  const attributes =
    <G extends Index>(index: G) =>
    /** Returns the attributes of an entity in this index (sparse: an item without them is not in the index). */
    <E extends keyof T>(entity: E, values: IndexValues<T, E, G>): Record<string, string> => {
      const keys = indexed(entity, index);
      // `{list}` is a list name from `listKeysOf`, which is already escaped.
      return { [`${index}pk`]: fill(keys.pk, values, ['list']), [`${index}sk`]: fill(keys.sk, values) };
    };
  return {
    rows,
    /** Returns the primary key of an entity. Throws when a value is missing or empty. */
    key: <E extends keyof T>(entity: E, values: KeyValues<T, E>): Key => ({
      pk: fill(row(entity).pk, values),
      sk: fill(row(entity).sk, values),
    }),
    /** Returns an entity's sort key up to its first value, for `begins_with` (e.g. `HOLD#`). */
    sortPrefix: (entity: keyof T): string => row(entity).sk.split('{')[0] ?? '',
    gsi1: attributes('gsi1'),
    gsi2: attributes('gsi2'),
    gsi3: attributes('gsi3'),
    gsi4: attributes('gsi4'),
    /** Returns the partition key of an entity in an index, for queries. */
    indexPartition: (entity: keyof T, index: Index, values: Record<string, string>): string =>
      fill(indexed(entity, index).pk, values, ['list']),
  };
};

/**
 * Returns the functions that build the keys of some entities only: those rows of a context that other contexts read, or name in the
 * conditions of their transactions.
 */
export const keysOfSome = <const T extends Rows, const E extends keyof T>(
  { rows }: { rows: T },
  ...entities: readonly E[]
) => keysOf(Object.fromEntries(entities.map((entity) => [entity, rows[entity]])) as Pick<T, E>);

/**
 * Returns the function that builds the partition keys of a context's lists by place. Takes the lists' stored names by their names in
 * code.
 */
export const listKeysOf =
  <const T extends Record<string, string>>(lists: T) =>
  (list: keyof T & string, place: string): string =>
    `${lists[list]}#${escaped(place)}`;
