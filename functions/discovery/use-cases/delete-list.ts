import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer } from '../../../layers/platform/http/outcome.ts';
import type { ListDeps } from '../deps.ts';
import { refuseGone } from './refuse-list.ts';

type Input = { actor: Actor | undefined; listId: string };

/** Deletes a list of the requesting patron with its titles. */
export const deleteList = async (
  { lists, shares, ownerOf }: Pick<ListDeps, 'lists' | 'shares' | 'ownerOf'>,
  { actor, listId }: Input,
) => {
  const patronId = await ownerOf(actor);
  if (patronId === undefined) return refuseGone();
  // Its link goes first, so that no link without a list remains.
  await shares.withdraw(patronId, listId);
  await lists.delete(patronId, listId);
  return answer({ deleted: true as const });
};
