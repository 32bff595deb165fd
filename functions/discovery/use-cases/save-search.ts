import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { SavedSearchDeps } from '../deps.ts';
import { type SavedSearch, type SearchRefusal, withSearch } from '../domain/searches/saved-searches.ts';
import { refuseGone } from './refuse-list.ts';

export type SearchView = Omit<SavedSearch, 'lookedOn'>;
type Input = Pick<SavedSearch, 'name' | 'query' | 'alert'> & {
  actor: Actor | undefined;
  now: number;
  keep: Keep<SearchView>;
};

/** Saves a search of the requesting patron. Its alert announces what arrives from this day on. */
export const saveSearch = async (
  { searches, ids, ownerOf }: SavedSearchDeps & { ids: Ids },
  { actor, now, keep, ...search }: Input,
) => {
  const patronId = await ownerOf(actor);
  if (patronId === undefined) return refuseGone();
  const createdAt = iso(now);
  const made: SearchView = { searchId: ids.next('saved-search', now), ...search, createdAt };
  const added = { ...made, lookedOn: createdAt.slice(0, 10) };
  const done = await searches.change<SearchRefusal>(patronId, (all) => withSearch(all, added), keep(made));
  if ('searches' in done) return answer(made);
  return done.refused === 'too-many-searches'
    ? refuse('too-many-searches', 'There are as many searches as there may be.')
    : refuse('search-saved', 'This search is saved already.', '/body/query');
};
