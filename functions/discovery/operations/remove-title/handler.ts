import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { removeTitle } from '../../data/saved-title-store.ts';
import { savedUnion } from '../../data/saved-union.ts';
import { refuseGone, refuseUnknownList, withLists } from '../../use-cases/my-lists.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, withLists, async ({ actor, path }, { table, ownerOf }) => {
  const patronId = await ownerOf(actor);
  if (patronId === undefined) return refuseGone();
  const { recordIds } = await savedUnion(table, path.recordId);
  const isThere = await removeTitle(table, patronId, path.listId, [...new Set([path.recordId, ...recordIds])]);
  return isThere ? answer({ removed: true as const }) : refuseUnknownList();
});
