import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { listDeps } from '../../deps.ts';
import { type ListRefusal, withNewList } from '../../domain/lists/saved-lists.ts';
import { refuseGone } from '../../use-cases/refuse-list.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, listDeps, async ({ actor, body, now, keep }, { lists, ids, ownerOf }) => {
  const patronId = await ownerOf(actor);
  if (patronId === undefined) return refuseGone();
  const list = { listId: ids.next('saved-list', now), name: body.name, createdAt: iso(now) };
  const made = { ...list, titles: 0 };
  const done = await lists.change<ListRefusal>(patronId, (all) => withNewList(all, list), keep(made));
  if ('lists' in done) return answer(made);
  return done.refused === 'too-many-lists'
    ? refuse('too-many-lists', 'There are as many lists as there may be.')
    : refuse('list-name-taken', 'There is a list of this name.', '/body/name');
});
