import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { readLists } from '../../data/saved-list-store.ts';
import { savedIn } from '../../data/saved-title-store.ts';
import { savedUnion } from '../../data/saved-union.ts';
import { refuseGone, withLists } from '../../use-cases/my-lists.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, withLists, async ({ actor, query: { recordId } }, { table, ownerOf }) => {
  const patronId = await ownerOf(actor);
  if (patronId === undefined) return refuseGone();
  const { lists } = await readLists(table, patronId, { strong: true });
  if (recordId === undefined) return answer({ lists: [...lists] });
  const { recordIds } = await savedUnion(table, recordId);
  const ids = lists.map(({ listId }) => listId);
  const there = new Set((await savedIn(table, patronId, ids, recordIds)).map(({ listId }) => listId));
  return answer({ lists: lists.map((list) => ({ ...list, has: there.has(list.listId) })) });
});
