import { anyOf } from '../../../catalogue/public/any-of-clauses.ts';
import { among } from '../../../catalogue/public/clause-among.ts';
import { worth } from '../../../catalogue/public/clause-worth.ts';
import type { Clause } from '../../../catalogue/public/clauses.ts';
import { ownTokens } from '../../../catalogue/public/own-tokens.ts';
import { viewerTokens } from '../../../catalogue/public/viewer-tokens.ts';
import type { Viewer } from '../../../catalogue/public/visibility.ts';
import { byCallNumber } from './call-number-order.ts';
import { callNumberClause, callNumberInAny, wholeCallNumber } from './call-numbers.ts';
import type { EngineQuery } from './engine-query.ts';
import { facetCounts, facetFilter, heldBy } from './facets.ts';
import { identifierClause, looksLikeNumber, nearIdentifier } from './identifiers.ts';
import { onShelf } from './on-shelf.ts';
import { relaxedWords, scoreOf, strictWords } from './query-words.ts';
import type { SearchParameters, Sort } from './search-parameters.ts';
import { readQueryText } from './text.ts';
import { tiersOf } from './tiers.ts';

/** The start of a page: after the hit with these sort values, or at a position (of works). */
export type After = { behind: readonly [string | number, string] } | { from: number };

// Missing years sort last in either direction; ids break ties, so that pages neither repeat nor skip hits.
const orders: Readonly<Record<Exclude<Sort, 'callNumber'>, Clause>> = {
  relevance: { _score: 'desc' },
  newest: { year: { order: 'desc', missing: 0 } },
  // Records that were indexed before the field existed come last.
  arrived: { arrived: { order: 'desc', missing: 0, unmapped_type: 'integer' } },
  oldest: { year: { order: 'asc', missing: 9999 } },
  title: { title_sort: 'asc' },
  author: { author_key: 'asc' },
};

/** The count stops here: nobody pages so far, and exact counts of large results are expensive. */
export const COUNTED = 10_000;

const homesOf = (viewer: Viewer): string[] =>
  viewer.kind === 'patron' ? [viewer.member] : viewer.kind === 'staff' ? viewer.members : [];

/** Prefers the viewer's own library slightly: it breaks ties between editions and never outranks a better title. */
const nearness = (viewer: Viewer): Clause[] => {
  const homes = homesOf(viewer);
  return homes.length === 0 ? [] : [worth(1.5, among('available_at', homes)), worth(0.5, among('held_by', homes))];
};

type Matching = { filter: Clause[]; must?: Clause[]; should: Clause[] };

const byNumber = (q: string, near: boolean): Matching => ({
  filter: [near ? nearIdentifier(q) : identifierClause(q)],
  should: [],
});

/** Ranks the record with a number from a label before all text matches. */
const withNumber = (words: Matching, number: Clause): Matching => ({
  filter: [],
  must: [{ dis_max: { queries: [worth(1000, number), { bool: { filter: words.filter, should: words.should } }] } }],
  should: [],
});

const numberIn = ({ q, scope }: SearchParameters, near: boolean): Clause | undefined => {
  if (scope !== 'any') return undefined;
  if (!looksLikeNumber(q)) return callNumberInAny(q);
  const [number, call] = [near ? nearIdentifier(q) : identifierClause(q), callNumberInAny(q)];
  return call ? anyOf([number, call]) : number;
};

const matching = (parameters: SearchParameters, near: boolean, tokens: readonly string[]): Matching => {
  const { q, scope } = parameters;
  if (q.trim() === '') return { filter: [], should: [] };
  if (scope === 'identifier') return byNumber(q, near);
  if (scope === 'callNumber') return { filter: [callNumberClause(q)], should: [wholeCallNumber(q)] };
  // A query that is only a number has no approximate matches.
  if (near && scope === 'any' && !/\s/.test(q.trim()) && looksLikeNumber(q)) return byNumber(q, near);
  const text = readQueryText(q);
  if (text.words.length === 0) return { filter: [{ match_none: {} }], should: [] };
  const words = {
    filter: near ? relaxedWords(text, scope) : strictWords(text, scope, ownTokens(tokens)),
    should: [...scoreOf(text, scope, near), ...tiersOf(text, scope, near)],
  };
  const number = numberIn(parameters, near);
  return number ? withNumber(words, number) : words;
};

/** Facets are returned with the first page; a later page of works is found by its position, as the engine cannot continue after a work. */
const pageOf = (
  parameters: SearchParameters,
  tokens: readonly string[],
  after: After | undefined,
): Partial<EngineQuery> => {
  const collapse = parameters.asWorks
    ? { collapse: { field: 'work_key', inner_hits: { name: 'editions', size: 0 } } }
    : {};
  if (!after) return { ...collapse, aggs: facetCounts(parameters.facets, tokens) };
  return 'from' in after ? { ...collapse, from: after.from } : { search_after: [...after.behind] };
};

/**
 * Returns the engine's query for a page of a search. Takes the parameters, the viewer, whether the strict pass found nothing, and the start
 * of the page. Filters what the viewer may not see, for every query, and always tombstones.
 */
export const toEngineQuery = (
  parameters: SearchParameters,
  viewer: Viewer,
  relaxed: boolean,
  after?: After,
): EngineQuery => {
  const tokens = viewerTokens(viewer);
  const { filter, must, should } = matching(parameters, relaxed, tokens);
  const always: Clause[] = [
    // A tombstone is visible to nobody.
    among('visible_to', tokens),
    ...(parameters.shelf ? [onShelf(parameters, tokens)] : []),
    ...(parameters.audience === undefined ? [] : [{ term: { for_children: true } }]),
    ...(parameters.work === undefined ? [] : [{ term: { work_key: parameters.work } }]),
    ...(parameters.within.length > 0 ? [heldBy(parameters.within, tokens)] : []),
  ];
  const narrowed = facetFilter(parameters.facets, tokens);
  const bool = { filter: [...always, ...filter], ...(must ? { must } : {}), should: [...should, ...nearness(viewer)] };
  return {
    size: parameters.limit,
    query: { bool },
    ...(narrowed ? { post_filter: narrowed } : {}),
    ...pageOf(parameters, tokens, after),
    sort: [parameters.sort === 'callNumber' ? byCallNumber(parameters) : orders[parameters.sort], { record_id: 'asc' }],
    track_total_hits: COUNTED,
    _source: ['shown'],
    timeout: '5s',
  };
};
