import type * as z from 'zod';
import { shortDigest } from '../../../layers/kernel/text/digest.ts';
import { viewerTokens } from '../../catalogue/public/viewer-tokens.ts';
import type { Viewer } from '../../catalogue/public/visibility.ts';
import type { ItemStore } from '../../items/public/item-store.ts';
import type { Found, LaterPage } from '../data/search-index/find-records.ts';
import { liveHits } from '../data/search-index/hits.ts';
import { behind, leafingOf, readCursor, writeCursor } from '../domain/query/cursor.ts';
import type { SearchParameters } from '../domain/query/search-parameters.ts';
import type { searchQuerySchema } from '../schemas/search-query.ts';

type Query = z.output<typeof searchQuerySchema>;

const PAGE = 20;

/** Returns the parameters of a search: those of the query, with defaults for omitted ones. */
export const searchParametersOf = (query: Query): SearchParameters => ({
  q: query.q ?? '',
  scope: query.scope ?? 'any',
  facets: {
    format: query.format ?? [],
    language: query.language ?? [],
    member: query.member ?? [],
    ...(query.author === undefined ? {} : { author: query.author }),
    ...(query.subject === undefined ? {} : { subject: query.subject }),
    ...(query.yearFrom === undefined ? {} : { yearFrom: query.yearFrom }),
    ...(query.yearTo === undefined ? {} : { yearTo: query.yearTo }),
  },
  shelf: query.shelf === '1',
  within: query.within ?? [],
  ...(query.audience === undefined ? {} : { audience: query.audience }),
  ...(query.work === undefined ? {} : { work: query.work }),
  asWorks: query.group === 'works',
  // Without query text all hits are equally relevant.
  sort: query.sort ?? (query.q?.trim() ? 'relevance' : 'title'),
  limit: query.limit ?? PAGE,
});

/** Returns a short name of a search and its viewer: a cursor belongs to one search. Its pages may differ in length. */
export const nameOfSearch = ({ limit: _, ...parameters }: SearchParameters, viewer: Viewer): string =>
  shortDigest(JSON.stringify([parameters, viewerTokens(viewer)])).slice(0, 16);

/** Finds a page of records. */
export type Find = (parameters: SearchParameters, viewer: Viewer, later?: LaterPage) => Promise<Found>;

/** Searches the union catalogue for a viewer. Returns a page of hits with the current availability of their copies, or `bad-cursor`. */
export const searchCatalogue = async (
  { find, items }: { find: Find; items: ItemStore },
  query: Query,
  viewer: Viewer,
) => {
  const parameters = searchParametersOf(query);
  const search = nameOfSearch(parameters, viewer);
  const later = query.after === undefined ? undefined : readCursor(query.after, search, leafingOf(parameters));
  if (query.after !== undefined && later === undefined) return 'bad-cursor';
  const page = await find(parameters, viewer, later);
  const { total, relaxed, corrected = later?.corrected, suggestion, hits, facets } = page;
  const next = behind(parameters, hits, later?.after);
  const correction = corrected === undefined ? {} : { corrected };
  return {
    ...{ total, relaxed, ...correction },
    ...(suggestion === undefined ? {} : { suggestion }),
    hits: await liveHits(items, hits, viewer),
    ...(facets ? { facets } : {}),
    ...(next ? { next: writeCursor({ search, relaxed, ...correction, after: next }) } : {}),
  };
};
