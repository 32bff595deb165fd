import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { ListDeps } from '../deps.ts';
import { type ListRefusal, withName } from '../domain/lists/saved-lists.ts';
import { refuseGone, refuseUnknownList } from './refuse-list.ts';

type Input = { actor: Actor | undefined; listId: string; name: string };

/** Renames a list of the requesting patron. */
export const renameList = async (
  { lists, ownerOf }: Pick<ListDeps, 'lists' | 'ownerOf'>,
  { actor, listId, name }: Input,
) => {
  const patronId = await ownerOf(actor);
  if (patronId === undefined) return refuseGone();
  const done = await lists.change<ListRefusal>(patronId, (all) => withName(all, listId, name));
  if ('refused' in done && done.refused === 'list-name-taken')
    return refuse('list-name-taken', 'There is a list of this name.', '/body/name');
  const list = 'lists' in done ? done.lists.find((one) => one.listId === listId) : undefined;
  return list ? answer(list) : refuseUnknownList();
};
