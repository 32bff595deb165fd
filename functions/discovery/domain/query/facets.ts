import { allOf } from '../../../catalogue/public/all-of-clauses.ts';
import { anyOf } from '../../../catalogue/public/any-of-clauses.ts';
import { browseField } from '../../../catalogue/public/browse-field.ts';
import { among } from '../../../catalogue/public/clause-among.ts';
import type { Clause } from '../../../catalogue/public/clauses.ts';
import { END } from '../../../catalogue/public/heading-end.ts';
import { restrictedNames } from '../../../catalogue/public/restricted-names.ts';
import { literalPattern } from '../browse/ring.ts';
import { type ChosenFacets, type CodedFacet, codedFacets } from './search-parameters.ts';

/**
 * Facets with more values than a search could count: their values are queried separately (`facet-values.ts`); only chosen ones are counted.
 */
export const headingFacets = ['author', 'subject'] as const;
export type HeadingFacet = (typeof headingFacets)[number];
/** The facets whose values can be searched by typing; every search returns all decades. */
export const soughtFacets = [...codedFacets, ...headingFacets] as const;
export type SoughtFacet = (typeof soughtFacets)[number];
/** The facets by which hits can be narrowed. */
const facetNames = [...codedFacets, 'year', ...headingFacets] as const;
type FacetName = (typeof facetNames)[number];

/** Returns whether a facet's values are headings of a list. */
export const isHeading = (name: FacetName): name is HeadingFacet => headingFacets.some((one) => one === name);

const fields = { format: 'format', language: 'language', member: 'held_by' } as const;

// A heading has one index value for each of its spellings.
const MOST_SPELLINGS = 200;
const MOST_BUCKETS = { format: 30, language: 50, member: 100 } as const;
// All of them: MARC has some 500 codes of languages, and no consortium has as many libraries.
const MOST_CODES = 1000;

const had = (field: 'held_by' | 'available_at', members: readonly string[], tokens: readonly string[]): Clause => {
  const restricted = members.flatMap((member) => restrictedNames(member, tokens));
  const shown = among(field, members);
  return restricted.length > 0 ? anyOf([shown, among(`${field}_restricted`, restricted)]) : shown;
};

/** Returns the clause for holdings of one of these members: visible to all who see the record, or to bearers of these tokens only. */
export const heldBy = (members: readonly string[], tokens: readonly string[]): Clause =>
  had('held_by', members, tokens);

/** Returns the clause for copies of one of these members on a shelf, with the same visibility. */
export const availableAt = (members: readonly string[], tokens: readonly string[]): Clause =>
  had('available_at', members, tokens);

/** Returns the chosen values of a facet as a clause; undefined when none is chosen. `tokens`: what the viewer may see. */
const chosen = (name: FacetName, facets: ChosenFacets, tokens: readonly string[]): Clause | undefined => {
  if (name === 'year') {
    const { yearFrom: gte, yearTo: lte } = facets;
    if (gte === undefined && lte === undefined) return undefined;
    return { range: { year: { ...(gte === undefined ? {} : { gte }), ...(lte === undefined ? {} : { lte }) } } };
  }
  const values: readonly string[] = facets[name] ?? [];
  if (values.length === 0) return undefined;
  if (isHeading(name))
    return anyOf(values.map((key) => ({ prefix: { [browseField(name)]: { value: `${key}${END}` } } })));
  return name === 'member' ? heldBy(values, tokens) : among(fields[name], values);
};

/** Returns all chosen values, for `post_filter`: so that each facet still counts its other values. */
export const facetFilter = (facets: ChosenFacets, tokens: readonly string[]): Clause | undefined => {
  const clauses = facetNames.map((name) => chosen(name, facets, tokens)).filter((clause) => clause !== undefined);
  return clauses.length > 0 ? allOf(clauses) : undefined;
};

/** Counts all codes of a facet. */
export const allCodes = (name: CodedFacet): Clause => ({ terms: { field: fields[name], size: MOST_CODES } });

const counting = (name: FacetName, facets: ChosenFacets): Clause => {
  if (name === 'year') return { histogram: { field: 'year', interval: 10, min_doc_count: 1 } };
  if (!isHeading(name)) return { terms: { field: fields[name], size: MOST_BUCKETS[name] } };
  const include = `(${(facets[name] ?? []).map(literalPattern).join('|')})${END}.*`;
  return { terms: { field: browseField(name), include, size: MOST_SPELLINGS, execution_hint: 'map' } };
};

/**
 * Counts every facet, each narrowed by the choices in the others and not by its own. With a choice, `found` counts all hits of the words
 * regardless of choices, which decides whether to retry less strictly.
 */
export const facetCounts = (facets: ChosenFacets, tokens: readonly string[]): Record<string, unknown> => {
  const clauses = facetNames.flatMap((name) => {
    const clause = chosen(name, facets, tokens);
    return clause ? [{ name, clause }] : [];
  });
  const asked = [...codedFacets, 'year' as const, ...headingFacets.filter((name) => (facets[name] ?? []).length > 0)];
  const counts = asked.map((name) => {
    const others = clauses.filter((one) => one.name !== name).map(({ clause }) => clause);
    const own = counting(name, facets);
    // A count without a filter around it costs less.
    return [name, others.length > 0 ? { filter: allOf(others), aggs: { values: own } } : own];
  });
  return Object.fromEntries([...(clauses.length > 0 ? [['found', { filter: { match_all: {} } }]] : []), ...counts]);
};
