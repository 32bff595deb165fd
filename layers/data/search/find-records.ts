import type { Viewer } from '../../domain/catalogue/visibility.ts';
import { type After, toEngineQuery } from '../../domain/discovery/query.ts';
import type { SearchWish } from '../../domain/discovery/search-wish.ts';
import type { Engine } from './client.ts';
import { type FoundPage, searchIndex } from './search.ts';

/** Where a later page begins, and in which pass its first page was found. */
export type LaterPage = { after: After; relaxed: boolean };

/**
 * A page of a search: strictly first; only when the words (whatever the facets) find nothing at all, once more less
 * strictly, and then it says so. A later page stays in the pass of its first.
 */
export const findRecords = async (
  engine: Engine,
  family: string,
  wish: SearchWish,
  viewer: Viewer,
  later?: LaterPage,
): Promise<FoundPage & { relaxed: boolean }> => {
  const pass = (relaxed: boolean): Promise<FoundPage> =>
    searchIndex(engine, family, toEngineQuery(wish, viewer, relaxed, later?.after));
  if (later) return { ...(await pass(later.relaxed)), relaxed: later.relaxed };
  const strict = await pass(false);
  // A number is right or wrong, and without words there is nothing to be less strict about.
  if (strict.found !== 0 || wish.scope === 'identifier' || wish.q.trim() === '') return { ...strict, relaxed: false };
  const near = await pass(true);
  return { ...near, relaxed: near.found !== 0 };
};
