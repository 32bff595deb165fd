import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { SavedSearchDeps } from '../deps.ts';
import { type SavedSearch, type SearchRefusal, withChange } from '../domain/searches/saved-searches.ts';
import { refuseGone } from './refuse-list.ts';

type Input = Pick<SavedSearch, 'searchId' | 'name' | 'alert'> & { actor: Actor | undefined; now: number };

/** Returns a search as its patron sees it. */
export const searchView = ({ lookedOn: _, ...search }: SavedSearch) => search;

/** Renames a search of the requesting patron, or sets how often its alert is sent. */
export const changeSearch = async ({ searches, ownerOf }: SavedSearchDeps, { actor, now, ...change }: Input) => {
  const patronId = await ownerOf(actor);
  if (patronId === undefined) return refuseGone();
  const today = iso(now).slice(0, 10);
  const done = await searches.change<SearchRefusal>(patronId, (all) => withChange(all, { ...change, today }));
  const search = 'searches' in done && done.searches.find(({ searchId }) => searchId === change.searchId);
  return search ? answer(searchView(search)) : refuse('unknown-search', 'There is no such search.', '/path/searchId');
};

/** Lists the saved searches of the requesting patron, the oldest first. */
export const listSearches = async ({ searches, ownerOf }: SavedSearchDeps, actor: Actor | undefined) => {
  const patronId = await ownerOf(actor);
  if (patronId === undefined) return refuseGone();
  return answer({ searches: (await searches.read(patronId)).searches.map(searchView) });
};

/** Removes a search of the requesting patron, if it is there. */
export const removeSearch = async (
  { searches, ownerOf }: SavedSearchDeps,
  { actor, searchId }: Pick<Input, 'actor' | 'searchId'>,
) => {
  const patronId = await ownerOf(actor);
  if (patronId === undefined) return refuseGone();
  await searches.change<never>(patronId, (all) => all.filter((one) => one.searchId !== searchId));
  return answer({ removed: true as const });
};
