import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { changeLists } from '../../data/saved-list-store.ts';
import { type ListRefusal, withNewList } from '../../domain/lists/saved-lists.ts';
import { refuseGone, withLists } from '../../use-cases/my-lists.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, withLists, async ({ actor, body, now, keep }, { table, ids, ownerOf }) => {
  const patronId = await ownerOf(actor);
  if (patronId === undefined) return refuseGone();
  const list = { listId: ids.next('saved-list', now), name: body.name, createdAt: iso(now) };
  const made = { ...list, titles: 0 };
  const done = await changeLists<ListRefusal>(table, patronId, (lists) => withNewList(lists, list), keep(made));
  if ('lists' in done) return answer(made);
  return done.refused === 'too-many-lists'
    ? refuse('too-many-lists', 'There are as many lists as there may be.')
    : refuse('list-name-taken', 'There is a list of this name.', '/body/name');
});
