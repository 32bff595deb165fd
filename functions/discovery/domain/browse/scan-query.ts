import { anyOf } from '../../../catalogue/public/any-of-clauses.ts';
import type { Clause } from '../../../catalogue/public/clauses.ts';
import type { BrowseQuery } from './browse-query.ts';

/** The most values of a field that are listed in full: years, languages, formats, members. */
export const MOST_FIELD_VALUES = 5000;

/** Queries how many records of a scope each of some clauses finds. */
export const foundByEach = (scope: readonly Clause[], clauses: readonly Clause[]): BrowseQuery => ({
  size: 0,
  query: { bool: { filter: [...scope, anyOf([...clauses])] } },
  aggs: { found: { filters: { filters: Object.fromEntries(clauses.map((clause, i) => [String(i), clause])) } } },
  timeout: '5s',
});

/** Queries all values of a field in order, each with its records. */
export const fieldValues = (scope: readonly Clause[], field: string): BrowseQuery => ({
  size: 0,
  query: { bool: { filter: [...scope] } },
  aggs: { values: { terms: { field, order: { _key: 'asc' }, size: MOST_FIELD_VALUES } } },
  timeout: '5s',
});
