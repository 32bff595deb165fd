import { allOf, among, anyOf, type Clause } from './engine-query.ts';
import type { FacetWish } from './search-wish.ts';

/** The facets by which hits can be narrowed. */
export const facetNames = ['format', 'language', 'member', 'year'] as const;
export type FacetName = (typeof facetNames)[number];

const fields = { format: 'format', language: 'language', member: 'held_by' } as const;

const MOST_BUCKETS = { format: 30, language: 50, member: 100 } as const;

/** What one of these members holds. What it hides from others is not in `held_by`; its own people find it by their tokens. */
export const heldBy = (members: readonly string[], tokens: readonly string[]): Clause => {
  const own = tokens.filter((token) => members.includes(token.replace(/^(member|staff):/, '')));
  return own.length > 0 ? anyOf([among('held_by', members), among('visible_to', own)]) : among('held_by', members);
};

/** What a facet was narrowed to, as a clause; undefined when nothing was chosen. `tokens`: what the viewer may see. */
const chosen = (name: FacetName, wish: FacetWish, tokens: readonly string[]): Clause | undefined => {
  if (name === 'year') {
    const { yearFrom: gte, yearTo: lte } = wish;
    if (gte === undefined && lte === undefined) return undefined;
    return { range: { year: { ...(gte === undefined ? {} : { gte }), ...(lte === undefined ? {} : { lte }) } } };
  }
  const values: readonly string[] = wish[name];
  if (values.length === 0) return undefined;
  return name === 'member' ? heldBy(values, tokens) : among(fields[name], values);
};

/** All that was chosen, for `post_filter`: so that each facet still counts what else could be chosen. */
export const facetFilter = (wish: FacetWish, tokens: readonly string[]): Clause | undefined => {
  const clauses = facetNames.map((name) => chosen(name, wish, tokens)).filter((clause) => clause !== undefined);
  return clauses.length > 0 ? allOf(clauses) : undefined;
};

const counting = (name: FacetName): Clause =>
  name === 'year'
    ? { histogram: { field: 'year', interval: 10, min_doc_count: 1 } }
    : { terms: { field: fields[name], size: MOST_BUCKETS[name] } };

/**
 * The counts of every facet, each narrowed by the others' choices and not by its own. Where something was chosen, `found`
 * counts all that the words found, whatever was chosen: it says whether to try them less strictly.
 */
export const facetCounts = (wish: FacetWish, tokens: readonly string[]): Record<string, unknown> => {
  const clauses = facetNames.flatMap((name) => {
    const clause = chosen(name, wish, tokens);
    return clause ? [{ name, clause }] : [];
  });
  const counts = facetNames.map((name) => {
    const others = clauses.filter((one) => one.name !== name).map(({ clause }) => clause);
    // A count without a filter around it costs less.
    return [name, others.length > 0 ? { filter: allOf(others), aggs: { values: counting(name) } } : counting(name)];
  });
  return Object.fromEntries([...(clauses.length > 0 ? [['found', { filter: { match_all: {} } }]] : []), ...counts]);
};
