import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { changeLists } from '../../data/saved-list-store.ts';
import { type ListRefusal, withName } from '../../domain/lists/saved-lists.ts';
import { refuseGone, refuseUnknownList, withLists } from '../../use-cases/my-lists.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  withLists,
  async ({ actor, path: { listId }, body: { name } }, { table, ownerOf }) => {
    const patronId = await ownerOf(actor);
    if (patronId === undefined) return refuseGone();
    const done = await changeLists<ListRefusal>(table, patronId, (lists) => withName(lists, listId, name));
    if ('refused' in done && done.refused === 'list-name-taken')
      return refuse('list-name-taken', 'There is a list of this name.', '/body/name');
    const list = 'lists' in done ? done.lists.find((one) => one.listId === listId) : undefined;
    return list ? answer(list) : refuseUnknownList();
  },
);
