import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { listDeps } from '../../deps.ts';
import { type ListRefusal, withName } from '../../domain/lists/saved-lists.ts';
import { refuseGone, refuseUnknownList } from '../../use-cases/refuse-list.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  listDeps,
  async ({ actor, path: { listId }, body: { name } }, { lists, ownerOf }) => {
    const patronId = await ownerOf(actor);
    if (patronId === undefined) return refuseGone();
    const done = await lists.change<ListRefusal>(patronId, (all) => withName(all, listId, name));
    if ('refused' in done && done.refused === 'list-name-taken')
      return refuse('list-name-taken', 'There is a list of this name.', '/body/name');
    const list = 'lists' in done ? done.lists.find((one) => one.listId === listId) : undefined;
    return list ? answer(list) : refuseUnknownList();
  },
);
