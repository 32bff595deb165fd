import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { ListDeps } from '../deps.ts';
import { type ListRefusal, type SavedList, withNewList } from '../domain/lists/saved-lists.ts';
import { refuseGone } from './refuse-list.ts';

type Deps = Pick<ListDeps, 'lists' | 'ownerOf'> & { ids: Ids };
type Input = { actor: Actor | undefined; name: string; now: number; keep: Keep<SavedList> };

/** Creates an empty list of the requesting patron. */
export const createList = async ({ lists, ids, ownerOf }: Deps, { actor, name, now, keep }: Input) => {
  const patronId = await ownerOf(actor);
  if (patronId === undefined) return refuseGone();
  const list = { listId: ids.next('saved-list', now), name, createdAt: iso(now) };
  const made = { ...list, titles: 0 };
  const done = await lists.change<ListRefusal>(patronId, (all) => withNewList(all, list), keep(made));
  if ('lists' in done) return answer(made);
  return done.refused === 'too-many-lists'
    ? refuse('too-many-lists', 'There are as many lists as there may be.')
    : refuse('list-name-taken', 'There is a list of this name.', '/body/name');
};
