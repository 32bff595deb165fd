import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { type Viewer, viewerTokens } from '../../catalogue/public/visibility.ts';
import type { SearchWish } from '../domain/query/search-parameters.ts';
import type { searchQuerySchema } from './search-query.ts';

type Query = z.output<typeof searchQuerySchema>;

const PAGE = 20;

/** What the query wishes, with what it leaves out filled in. */
export const wishOf = (query: Query): SearchWish => ({
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
  ...(query.work === undefined ? {} : { work: query.work }),
  asWorks: query.group === 'works',
  // Without words all hits are equally relevant.
  sort: query.sort ?? (query.q?.trim() ? 'relevance' : 'title'),
  limit: query.limit ?? PAGE,
});

/** A short name of a search and of who may see what: a cursor of another one is of no use here. Pages may differ in length. */
export const nameOfSearch = ({ limit: _, ...wish }: SearchWish, viewer: Viewer): string =>
  createHash('sha256')
    .update(JSON.stringify([wish, viewerTokens(viewer)]))
    .digest('base64url')
    .slice(0, 16);
