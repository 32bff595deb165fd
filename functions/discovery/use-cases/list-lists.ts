import { answer } from '../../../layers/platform/http/outcome.ts';
import type { ListDeps } from '../deps.ts';
import { refuseGone } from './refuse-list.ts';

type Actor = Parameters<ListDeps['ownerOf']>[0];

/** Lists the saved lists of a patron; with a record, whether each contains it or another record of its union. */
export const listLists = async ({ lists, ownerOf }: ListDeps, actor: Actor, recordId: string | undefined) => {
  const patronId = await ownerOf(actor);
  if (patronId === undefined) return refuseGone();
  const all = await lists.read(patronId);
  if (recordId === undefined) return answer({ lists: [...all] });
  const { recordIds } = await lists.unionOf(recordId);
  const ids = all.map(({ listId }) => listId);
  const containing = await lists.containing(patronId, ids, recordIds);
  return answer({ lists: all.map((list) => ({ ...list, has: containing.has(list.listId) })) });
};
