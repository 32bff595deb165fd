import type { SavedList } from '../../functions/discovery/domain/lists/saved-lists.ts';
import type { Hit } from '../../functions/discovery/domain/views.ts';
import { handler as createList } from '../../functions/discovery/operations/create-list/handler.ts';
import { handler as deleteList } from '../../functions/discovery/operations/delete-list/handler.ts';
import { handler as exportList } from '../../functions/discovery/operations/export-list/handler.ts';
import { handler as listMyLists } from '../../functions/discovery/operations/list-my-lists/handler.ts';
import { handler as removeTitle } from '../../functions/discovery/operations/remove-title/handler.ts';
import { handler as renameList } from '../../functions/discovery/operations/rename-list/handler.ts';
import { handler as saveTitle } from '../../functions/discovery/operations/save-title/handler.ts';
import { handler as shareList } from '../../functions/discovery/operations/share-list/handler.ts';
import { handler as showList } from '../../functions/discovery/operations/show-list/handler.ts';
import { handler as withdrawListLink } from '../../functions/discovery/operations/withdraw-list-link/handler.ts';
import type { Actor } from '../../layers/platform/http/actor.ts';
import type { OperationHandler } from '../../layers/platform/http/handle.ts';
import { type Runtime, systemRuntime } from '../../layers/platform/runtime/runtime.ts';
import { type Call, call } from './call.ts';

export type ShownList = {
  list: SavedList;
  entries: { recordId: string; addedAt: string; title: string; note?: string; hit?: Hit }[];
  next?: string;
};
export type Keeper = ReturnType<typeof keeperOf>;

/** A patron's actions on lists, through the operations. */
export const keeperOf = (actor: Actor) => {
  // A handler keeps its table as long as its container lives, and each test has another. The clock advances from call to call.
  let now = Date.parse('2026-03-02T10:00:00.000Z');
  const ask = (handler: OperationHandler, request: Call) => {
    now += 1000;
    const runtime: Runtime = { ...systemRuntime(), clock: { now: () => now } };
    return call(handler.using(runtime), { actor, ...request });
  };
  const make = (name: string) => ask(createList, { body: { name } });
  const open = (listId: string, after?: string) =>
    ask(showList, { path: { listId }, query: after === undefined ? {} : { after } });
  return {
    actor,
    make,
    open,
    create: async (name: string): Promise<string> => ((await make(name)).body as { listId: string }).listId,
    lists: async (recordId?: string): Promise<(SavedList & { has?: boolean })[]> => {
      const { body } = await ask(listMyLists, { query: recordId === undefined ? {} : { recordId } });
      return (body as { lists: SavedList[] }).lists;
    },
    rename: (listId: string, name: string) => ask(renameList, { path: { listId }, body: { name } }),
    share: async (listId: string): Promise<unknown> =>
      ((await ask(shareList, { path: { listId } })).body as { token?: string; code?: string }).token,
    withdraw: (listId: string) => ask(withdrawListLink, { path: { listId } }),
    drop: (listId: string) => ask(deleteList, { path: { listId } }),
    show: async (listId: string, after?: string): Promise<ShownList> => (await open(listId, after)).body as ShownList,
    save: (listId: string, recordId: string, note?: string) =>
      ask(saveTitle, { path: { listId, recordId }, body: note === undefined ? {} : { note } }),
    remove: (listId: string, recordId: string) => ask(removeTitle, { path: { listId, recordId } }),
    take: (listId: string, form: string) => ask(exportList, { path: { listId, form } }),
  };
};
