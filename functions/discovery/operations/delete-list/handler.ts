import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { deleteList } from '../../data/saved-title-store.ts';
import { refuseGone, withLists } from '../../use-cases/my-lists.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, withLists, async ({ actor, path: { listId } }, { table, ownerOf }) => {
  const patronId = await ownerOf(actor);
  if (patronId === undefined) return refuseGone();
  await deleteList(table, patronId, listId);
  return answer({ deleted: true as const });
});
