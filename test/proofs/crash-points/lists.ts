import { keys as catalogueKeys } from '../../../functions/catalogue/data/keys.ts';
import { handler as changeSearch } from '../../../functions/discovery/operations/change-search/handler.ts';
import { handler as createList } from '../../../functions/discovery/operations/create-list/handler.ts';
import { handler as deleteList } from '../../../functions/discovery/operations/delete-list/handler.ts';
import { handler as removeSearch } from '../../../functions/discovery/operations/remove-search/handler.ts';
import { handler as removeTitle } from '../../../functions/discovery/operations/remove-title/handler.ts';
import { handler as renameList } from '../../../functions/discovery/operations/rename-list/handler.ts';
import { handler as saveSearch } from '../../../functions/discovery/operations/save-search/handler.ts';
import { handler as saveTitle } from '../../../functions/discovery/operations/save-title/handler.ts';
import { handler as setCoverProviders } from '../../../functions/discovery/operations/set-cover-providers/handler.ts';
import { handler as setHome } from '../../../functions/discovery/operations/set-home/handler.ts';
import { handler as shareList } from '../../../functions/discovery/operations/share-list/handler.ts';
import { handler as withdrawListLink } from '../../../functions/discovery/operations/withdraw-list-link/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { type Book, fileOf, loadBytes } from '../../builders/loads.ts';
import { aPatron, consortiumStaff, patron, staffAt } from '../../builders/people.ts';
import type { Scenarios } from './scenario.ts';
import { asked, DESK } from './world.ts';

const ferry: Book = { id: 'f1', title: 'Songs of the ferry' };
const name = 'For the summer';
const anOwner = async (table: Table) => patron((await aPatron(table, { homeBranch: DESK })).patronId, 'cedar');

/** A list of a patron, and a record to be added. */
const aList = async (table: Table) => {
  const actor = await anOwner(table);
  const { listId } = (await asked(createList, { actor, body: { name } })) as { listId: string };
  await loadBytes(table, 'ash', fileOf([ferry]));
  const source = await table.get(catalogueKeys.key('source', { sourceId: 'ash:f1' }), { strong: true });
  return { actor, path: { listId, recordId: String(source?.recordId) } };
};

/** A list with a title in it. */
const aFilledList = async (table: Table) => {
  const { actor, path } = await aList(table);
  await asked(saveTitle, { actor, path, body: { note: 'For Ida' } });
  return { actor, path };
};

const ofList = ({ listId }: { listId: string }) => ({ listId });

const search = { name: 'Bees', query: 'q=bees', alert: 'daily' };

/** A saved search of a patron. */
const aSearch = async (table: Table) => {
  const actor = await anOwner(table);
  const { searchId } = (await asked(saveSearch, { actor, body: search })) as { searchId: string };
  return { actor, path: { searchId } };
};

/** Requests about the lists and saved searches of patrons, and about what libraries show on the home page. */
export const listScenarios: Record<string, Scenarios> = {
  'discovery-set-cover-providers': [
    {
      what: 'the first choice',
      handler: setCoverProviders,
      prepare: () =>
        Promise.resolve({
          actor: consortiumStaff('admin'),
          body: { providers: [{ kind: 'open-library' }, { kind: 'google-books' }], v: 0 },
        }),
    },
  ],
  'discovery-set-home': [
    {
      what: 'the first pick and event of a library',
      handler: setHome,
      prepare: async (table) => {
        const { path } = await aList(table);
        const picks = [{ recordId: path.recordId, sentence: 'Sing along.' }];
        const events = [{ branchId: 'ash.main', title: 'Songs of the ferry', day: '2126-05-01', from: '10:00' }];
        return {
          ...{ actor: staffAt('ash', 'member-admin'), path: { memberId: 'ash' } },
          body: { picks, events, v: 0 },
        };
      },
    },
  ],
  'discovery-create-list': [
    {
      what: 'the first of a patron',
      handler: createList,
      prepare: async (table) => ({ actor: await anOwner(table), body: { name } }),
    },
  ],
  'discovery-rename-list': [
    {
      what: 'an empty one',
      handler: renameList,
      prepare: async (table) => {
        const { actor, path } = await aList(table);
        return { actor, path: ofList(path), body: { name: 'For the winter' } };
      },
    },
  ],
  'discovery-save-title': [
    {
      what: 'with a note',
      handler: saveTitle,
      prepare: async (table) => ({ ...(await aList(table)), body: { note: 'For Ida' } }),
    },
  ],
  'discovery-remove-title': [{ what: 'the only one', handler: removeTitle, prepare: aFilledList }],
  'discovery-share-list': [
    {
      what: 'a list with a title in it',
      handler: shareList,
      prepare: async (table) => {
        const { actor, path } = await aFilledList(table);
        return { actor, path: ofList(path) };
      },
    },
  ],
  'discovery-withdraw-list-link': [
    {
      what: 'of a shared list',
      handler: withdrawListLink,
      prepare: async (table) => {
        const { actor, path } = await aFilledList(table);
        await asked(shareList, { actor, path: ofList(path) });
        return { actor, path: ofList(path) };
      },
    },
  ],
  'discovery-save-search': [
    {
      what: 'the first of a patron',
      handler: saveSearch,
      prepare: async (table) => ({ actor: await anOwner(table), body: search }),
    },
  ],
  'discovery-change-search': [
    {
      what: 'its name, and its alert ends',
      handler: changeSearch,
      prepare: async (table) => ({ ...(await aSearch(table)), body: { name: 'Honey', alert: 'off' } }),
    },
  ],
  'discovery-remove-search': [{ what: 'the only one', handler: removeSearch, prepare: aSearch }],
  'discovery-delete-list': [
    {
      what: 'with a title in it',
      handler: deleteList,
      prepare: async (table) => {
        const { actor, path } = await aFilledList(table);
        return { actor, path: ofList(path) };
      },
    },
  ],
};
