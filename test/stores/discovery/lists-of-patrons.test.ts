import { keys as catalogueKeys } from '../../../functions/catalogue/public/keys.ts';
import { listsItem, readLists } from '../../../functions/discovery/data/saved-list-store.ts';
import { readSearches, savedSearches } from '../../../functions/discovery/data/saved-search-store.ts';
import { sharedLists } from '../../../functions/discovery/data/shared-list-store.ts';
import { MOST_IN_LIST, MOST_LISTS, MOST_SAVED } from '../../../functions/discovery/domain/lists/saved-lists.ts';
import { MOST_SEARCHES, type SavedSearch } from '../../../functions/discovery/domain/searches/saved-searches.ts';
import { handler as changeSearch } from '../../../functions/discovery/operations/change-search/handler.ts';
import { handler as listSearches } from '../../../functions/discovery/operations/list-my-searches/handler.ts';
import { handler as removeSearch } from '../../../functions/discovery/operations/remove-search/handler.ts';
import { handler as saveSearch } from '../../../functions/discovery/operations/save-search/handler.ts';
import { handler as erase } from '../../../functions/patrons/consumers/erase-patrons/handler.ts';
import { handler as askErasure } from '../../../functions/patrons/operations/ask-my-erasure/handler.ts';
import { handler as merge } from '../../../functions/patrons/operations/merge-patrons/handler.ts';
import { handler as myExport } from '../../../functions/patrons/operations/my-export/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium, at } from '../../builders/lending.ts';
import { keeperOf } from '../../builders/lists.ts';
import { type Book, fileOf, loadBytes } from '../../builders/loads.ts';
import { aPatron, patron, staffAt } from '../../builders/people.ts';
import { scanAll } from '../../builders/scan-all.ts';

/** Lists are visible to their patron only, are limited in number, and follow the patron in merges. */
let table: Table & { name: string };
const branchId = 'cedar.main';
const soon = '2026-03-02T11:00:00.000Z';
const books: Book[] = Array.from({ length: 6 }, (_, i) => ({
  ...{ id: `b${i}`, title: `Volume ${i} of the tides`, author: 'Lind, Per', pages: 100 + i },
}));
let ids: string[];

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  Object.assign(process.env, { BUCKET_NAME: 'bucket', SITE_PARAMETER: '/site' });
  table = await aTable();
  await aConsortium(table);
  await loadBytes(table, 'ash', fileOf(books));
  const rows = await table.getMany(books.map(({ id }) => catalogueKeys.key('source', { sourceId: `ash:${id}` })));
  ids = rows.map((row) => String(row?.recordId));
});

const aKeeper = async () => {
  const { patronId } = await aPatron(table, { homeBranch: branchId });
  return { ...keeperOf(patron(patronId, 'cedar')), patronId };
};
/** Sets counters close to their limits. */
const counting = async (patronId: string, titles: readonly number[]): Promise<string[]> => {
  const lists = titles.map((many, i) => ({
    ...{ listId: `svl_${String(i).padStart(26, '0')}`, name: `List ${i}`, createdAt: soon, titles: many },
  }));
  await table.write([{ put: listsItem(patronId, lists, 1) }]);
  return lists.map(({ listId }) => listId);
};
const aSearch = (patronId: string): SavedSearch => ({
  ...{ searchId: `svs_${patronId}`, name: 'Gardening', query: 'q=gardening', alert: 'daily' },
  ...{ createdAt: soon, lookedOn: '2026-03-02' },
});
const rowsOf = async (patronId: string) =>
  (await scanAll(table.name)).filter((row) => JSON.stringify(row).includes(patronId));

test('another patron finds no list by its id, and staff have no access to any', async () => {
  const [me, other] = [await aKeeper(), await aKeeper()];
  const listId = await me.create('Mine');
  await me.save(listId, ids[0] ?? '');
  expect(await other.share(listId)).toBeUndefined();
  await me.share(listId);
  expect(await other.withdraw(listId)).toMatchObject({ status: 200 });
  expect(await scanAll(table.name, 'sharedList')).toHaveLength(1);
  await me.withdraw(listId);
  for (const answered of [
    await other.open(listId),
    await other.save(listId, ids[0] ?? ''),
    await other.take(listId, 'ris'),
  ])
    expect(answered).toMatchObject({ status: 404, body: { code: 'unknown-list' } });
  await other.drop(listId);
  expect(await me.lists()).toMatchObject([{ titles: 1 }]);
  const staff = keeperOf(staffAt(branchId, 'desk', 'desk-supervisor', 'member-admin'));
  for (const answered of [await staff.open(listId), await staff.make('Ours'), await staff.drop(listId)])
    expect(answered).toMatchObject({ status: 403 });
});

test('with concurrent saves a list never exceeds its limit, nor do all together', async () => {
  for (const [code, counters] of [
    ['list-full', [MOST_IN_LIST - 2]],
    ['too-many-titles', [...Array.from({ length: 9 }, () => MOST_IN_LIST), MOST_IN_LIST - 3, 1]],
  ] as const) {
    const me = await aKeeper();
    const listId = (await counting(me.patronId, counters)).at(-1) ?? '';
    // A request that lost several races is asked to retry, and then succeeds.
    await Promise.all(ids.map((id) => me.save(listId, id)));
    const answers = [];
    for (const id of ids) answers.push(await me.save(listId, id));
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.map(({ body }) => (body as { code: string }).code)).toEqual(Array(4).fill(code));
    const { lists } = await readLists(table, me.patronId, { strong: true });
    const added = lists.reduce((sum, { titles }) => sum + titles, 0) - counters.reduce((sum, one) => sum + one, 0);
    expect(added).toBe(2);
  }
  expect(MOST_SAVED).toBe(10 * MOST_IN_LIST);
});

test('with concurrent saves a title is stored once, and lists stay within their number, with unique names', async () => {
  const me = await aKeeper();
  const lists = await counting(
    me.patronId,
    Array.from({ length: MOST_LISTS - 2 }, () => 0),
  );
  await Promise.all(['One', 'one', 'Two', 'Three'].map((name) => me.make(name)));
  for (const name of ['One', 'Two', 'Three']) await me.make(name);
  const names = (await me.lists()).map(({ name }) => name.toLowerCase());
  expect([names.length, new Set(names).size]).toEqual([MOST_LISTS, MOST_LISTS]);
  expect(await me.make('Four')).toMatchObject({ status: 409, body: { code: 'too-many-lists' } });
  await Promise.all(Array.from({ length: 4 }, () => me.save(lists[0] ?? '', ids[0] ?? '')));
  // So many lists are read together, not one by one.
  const has = (await me.lists(ids[0])).filter((list) => list.has);
  expect(has).toMatchObject([{ listId: lists[0], titles: 1 }]);
});

test('searches are saved, changed and removed by their patron only, each once and up to the limit', async () => {
  const [me, other] = [await aKeeper(), await aKeeper()];
  const save = (n: number | string, actor = me.actor) =>
    call(saveSearch.using(at(soon)), {
      actor,
      body: { name: `Bees ${n}`, query: `q=bees+${n}&format=book`, alert: 'daily' },
    });
  const mine = async () => (await call(listSearches, { actor: me.actor })).body as { searches: { searchId: string }[] };
  const made = await save(0);
  expect(made).toMatchObject({ status: 201, body: { name: 'Bees 0', query: 'format=book&q=bees+0', alert: 'daily' } });
  expect(await save(0)).toMatchObject({ status: 409, body: { code: 'search-saved' } });
  expect(await save('&portal=ash')).toMatchObject({ status: 400 });
  expect(await save(0, staffAt(branchId, 'desk'))).toMatchObject({ status: 403 });
  const { searchId } = made.body as { searchId: string };
  const change = (actor: Actor, body: object) =>
    call(changeSearch.using(at(soon)), { actor, path: { searchId }, body });
  expect(await change(other.actor, { name: 'Mine', alert: 'off' })).toMatchObject({
    status: 404,
    body: { code: 'unknown-search' },
  });
  expect(await change(me.actor, { name: 'Honey', alert: 'hourly' })).toMatchObject({ status: 400 });
  expect(await change(me.actor, { name: 'Honey', alert: 'off' })).toMatchObject({
    body: { name: 'Honey', alert: 'off' },
  });
  expect((await call(removeSearch, { actor: other.actor, path: { searchId } })).status).toBe(200);
  expect(await mine()).toEqual({ searches: [{ ...(made.body as object), name: 'Honey', alert: 'off' }] });
  await Promise.all(Array.from({ length: 4 }, (_, n) => save(`at once ${n}`)));
  for (let n = 1; n <= MOST_SEARCHES; n += 1) await save(n);
  expect((await mine()).searches).toHaveLength(MOST_SEARCHES);
  expect(await save('last')).toMatchObject({ status: 409, body: { code: 'too-many-searches' } });
  for (let i = 0; i < 2; i += 1)
    expect((await call(removeSearch, { actor: me.actor, path: { searchId } })).body).toEqual({ removed: true });
  expect((await mine()).searches).toHaveLength(MOST_SEARCHES - 1);
});

test('they are exported with the patron’s data, and erased with the patron', async () => {
  const me = await aKeeper();
  const listId = await me.create('For the summer');
  await me.save(listId, ids[0] ?? '', 'For Ida');
  const token = await me.share(listId);
  await savedSearches(table).change(me.patronId, () => [aSearch(me.patronId)]);
  const { data } = (await call(myExport, { actor: me.actor })).body as { data: Record<string, object[]> };
  expect(data.patronLists).toMatchObject([{ lists: { [listId]: { name: 'For the summer', titles: 1 } } }]);
  expect(data.savedTitle).toMatchObject([{ listId, recordId: ids[0], title: books[0]?.title, note: 'For Ida' }]);
  expect(data.savedSearches).toMatchObject([{ searches: { [`svs_${me.patronId}`]: { name: 'Gardening' } } }]);
  expect(data.sharedList).toMatchObject([{ listId, token }]);
  expect((await call(askErasure.using(at(soon, { bucket: bucketInMemory() })), { actor: me.actor })).body).toEqual({
    state: 'erasing',
  });
  expect(await me.make('Too late')).toMatchObject({ status: 410, body: { code: 'gone' } });
  await erase.using(at(soon, { bucket: bucketInMemory() }))({}, { awsRequestId: 'lambda-1' });
  expect(await rowsOf(me.patronId)).toEqual([]);
});

test('of two merged patrons the survivor has the lists of both, counted', async () => {
  const [me, other] = [await aKeeper(), await aKeeper()];
  const [mine, theirs] = [await me.create('Mine'), await other.create('Mine')];
  for (const id of ids.slice(0, 2)) await me.save(mine, id);
  for (const id of ids) await other.save(theirs, id);
  const token = await other.share(theirs);
  for (const { patronId } of [me, other]) await savedSearches(table).change(patronId, () => [aSearch(patronId)]);
  const body = { branchId, otherId: other.patronId };
  const desk = staffAt(branchId, 'desk', 'desk-supervisor');
  const done = await call(merge.using(at(soon)), { actor: desk, path: { patronId: me.patronId }, body });
  expect(done.status).toBe(200);
  for (const keeper of [me, other]) {
    const shown = (await keeper.lists(ids[5])).map(({ listId, titles, has }) => [listId, { titles, has }] as const);
    expect(new Map(shown)).toEqual(
      new Map([
        [mine, { titles: 2, has: false }],
        [theirs, { titles: 6, has: true }],
      ]),
    );
  }
  expect((await rowsOf(other.patronId)).filter(({ pk }) => pk === `PATRON#${other.patronId}`)).toHaveLength(1);
  const { searches } = await readSearches(table, me.patronId);
  expect(new Set(searches)).toEqual(new Set([me, other].map(({ patronId }) => aSearch(patronId))));
  expect(await me.share(theirs)).toBe(token);
  expect(await sharedLists(table).byToken(String(token))).toEqual({ patronId: me.patronId, listId: theirs });
  expect((await other.drop(theirs)).status).toBe(200);
  expect(await scanAll(table.name, 'sharedList')).toEqual([]);
  expect(await scanAll(table.name, 'savedTitle')).toHaveLength(
    (await me.lists()).reduce((sum, { titles }) => sum + titles, 0) + (await othersTitles(me.patronId)),
  );
});

/** Returns the titles of all patrons but one. */
const othersTitles = async (patronId: string): Promise<number> =>
  (await scanAll(table.name, 'savedTitle')).filter(({ pk }) => pk !== `PATRON#${patronId}`).length;
