import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer } from '../../../layers/platform/http/outcome.ts';
import type { ListDeps } from '../deps.ts';
import { refuseGone, refuseUnknownList } from './refuse-list.ts';

type Input = { actor: Actor | undefined; listId: string; recordId: string };

/** Removes a title from a list of the requesting patron, under every id that its record has. */
export const removeTitle = async (
  { lists, ownerOf }: Pick<ListDeps, 'lists' | 'ownerOf'>,
  { actor, listId, recordId }: Input,
) => {
  const patronId = await ownerOf(actor);
  if (patronId === undefined) return refuseGone();
  const { recordIds } = await lists.unionOf(recordId);
  const isThere = await lists.remove(patronId, listId, [...new Set([recordId, ...recordIds])]);
  return isThere ? answer({ removed: true as const }) : refuseUnknownList();
};
