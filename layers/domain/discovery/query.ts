import { type Viewer, viewerTokens } from '../catalogue/visibility.ts';
import { among, type Clause, type EngineQuery, worth } from './engine-query.ts';
import { facetCounts, facetFilter } from './query-facets.ts';
import { identifierClause, identifierInAny } from './query-identifiers.ts';
import { readQueryText } from './query-text.ts';
import { tiersOf } from './query-tiers.ts';
import { relaxedWords, strictWords } from './query-words.ts';
import type { SearchWish, Sort } from './search-wish.ts';

/** Where a page begins: behind the hit that has these sort values. */
export type After = readonly [string | number, string];

// Behind every year, in the order that is asked for; ids break ties, so that pages neither repeat nor skip.
const orders: Readonly<Record<Sort, Record<string, unknown>>> = {
  relevance: { _score: 'desc' },
  newest: { year: { order: 'desc', missing: 0 } },
  oldest: { year: { order: 'asc', missing: 9999 } },
  title: { title_sort: 'asc' },
  author: { author_key: 'asc' },
};

/** Counting stops here: nobody leafs so far, and exact counts of large results cost. */
export const COUNTED = 10_000;

const homesOf = (viewer: Viewer): string[] =>
  viewer.kind === 'patron' ? [viewer.member] : viewer.kind === 'staff' ? viewer.members : [];

/** One's own library first, a little: it breaks ties between editions and never beats a better title. */
const nearness = (viewer: Viewer): Clause[] => {
  const homes = homesOf(viewer);
  return homes.length === 0 ? [] : [worth(1.5, among('available_at', homes)), worth(0.5, among('held_by', homes))];
};

const matching = (wish: SearchWish, relaxed: boolean): { must: Clause[]; should: Clause[] } => {
  if (wish.scope === 'identifier') return { must: [worth(1, identifierClause(wish.q))], should: [] };
  const text = readQueryText(wish.q);
  if (!/[\p{L}\p{N}]/u.test(text.words)) return { must: wish.q.trim() === '' ? [] : [{ match_none: {} }], should: [] };
  const words = relaxed ? relaxedWords(text, wish.scope) : strictWords(text, wish.scope);
  const number = wish.scope === 'any' ? identifierInAny(wish.q) : undefined;
  const must: Clause[] = number ? [{ dis_max: { queries: [worth(1000, number), { bool: { must: words } }] } }] : words;
  return { must, should: tiersOf(text, wish.scope) };
};

/**
 * The engine's query for a page of a search. Takes the wish, who looks, whether the strict pass already found nothing, and
 * where the page begins. What the viewer may not see is filtered here, whatever is wished; tombstones always.
 */
export const toEngineQuery = (wish: SearchWish, viewer: Viewer, relaxed: boolean, after?: After): EngineQuery => {
  const tokens = viewerTokens(viewer);
  const { must, should } = matching(wish, relaxed);
  const filter: Clause[] = [
    among('visible_to', tokens),
    { term: { deleted: false } },
    ...(wish.availableAt.length > 0 ? [among('available_at', wish.availableAt)] : []),
  ];
  const narrowed = facetFilter(wish.facets, tokens);
  return {
    size: wish.limit,
    query: { bool: { filter, must, should: [...should, ...nearness(viewer)] } },
    ...(narrowed ? { post_filter: narrowed } : {}),
    // Facets were answered with the first page.
    ...(after ? { search_after: [...after] } : { aggs: facetCounts(wish.facets, tokens) }),
    sort: [orders[wish.sort], { record_id: 'asc' }],
    track_total_hits: COUNTED,
    _source: ['shown'],
    timeout: '5s',
  };
};
