import { handler as mergeRecords } from '../../../functions/catalogue/operations/merge-records/handler.ts';
import { handler as setVisibility } from '../../../functions/catalogue/operations/set-visibility/handler.ts';
import { handler as splitRecord } from '../../../functions/catalogue/operations/split-record/handler.ts';
import { handler as undoDecision } from '../../../functions/catalogue/operations/undo-decision/handler.ts';
import { findRecord } from '../../../functions/catalogue/public/find-record.ts';
import { keys as catalogueKeys } from '../../../functions/catalogue/public/keys.ts';
import { sourceStore } from '../../../functions/catalogue/public/source-store.ts';
import type { SearchView } from '../../../functions/discovery/domain/views.ts';
import { handler as search } from '../../../functions/discovery/operations/search/handler.ts';
import { handler as showShared } from '../../../functions/discovery/operations/show-shared-list/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { type Answered, type Call, call as callOn } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { indexTitles } from '../../builders/index-titles.ts';
import { type Keeper, keeperOf } from '../../builders/lists.ts';
import { type Book, fileOf, loadBytes } from '../../builders/loads.ts';
import { aPatron, patron, staffAt, withBranch } from '../../builders/people.ts';
import { scanAll } from '../../builders/scan-all.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';
import { aSite } from '../../builders/site.ts';

/** A patron's lists follow the records: after any change of these, the patron finds what was saved, each once. */
let table: Table & { name: string };
let index: TestIndex;
let me: Keeper;
const cataloguer = staffAt('ash', 'cataloguer');
// A handler caches its table as long as its container lives: each test has a new container.
const call = (handler: OperationHandler, request: Call) => callOn(handler.using(systemRuntime()), request);
const reason = 'Compared in the hand.';
const emma: Book = { id: 'e1', title: 'Emma', author: 'Austen, Jane', year: '2003', isbn: '9780141439587' };
const sameEmma: Book = { ...emma, id: 'x1', items: ['$aMAIN$pB1$oFIC B1'] };
const mosses: Book = { id: 'm1', title: 'A field guide to northern mosses', author: 'Lind, Per', pages: 88 };
const ferry: Book = { id: 'f1', title: 'Songs of the ferry', author: 'Moss, Ines', pages: 120 };

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.BUCKET_NAME = 'no-bucket';
  aSite();
});
beforeEach(async () => {
  table = await aTable();
  index = anIndex();
  await withBranch(table, 'ash.main');
  me = keeperOf(patron((await aPatron(table, { homeBranch: 'ash.main' })).patronId, 'ash'));
  await loadBytes(table, 'ash', fileOf([{ ...emma, items: ['$aMAIN$pA1$oFIC A1'] }, mosses]));
  await loadBytes(table, 'oak', fileOf([ferry]));
  await reindex();
});
afterEach(() => index.drop());

const sources = () => sourceStore(table, bucketInMemory());
const reindex = async (): Promise<void> => {
  const ids = (await scanAll(table.name, 'record')).map(({ recordId }) => String(recordId));
  await indexTitles({ table, sources: sources(), index: index.writer, now: Date.now() }, ids);
  await index.refresh();
};
const recordOf = async (sourceId: string): Promise<string> => {
  const row = await table.get(catalogueKeys.key('source', { sourceId }), { strong: true });
  return (await findRecord(table, String(row?.recordId), { strong: true }))?.now.recordId ?? '';
};
const merged = (recordId: string, other: string) =>
  call(mergeRecords, { actor: cataloguer, path: { recordId }, body: { with: other, reason } });
const undone = ({ body }: Answered) =>
  call(undoDecision, {
    actor: cataloguer,
    path: { decisionId: (body as { decisionId: string }).decisionId },
    body: { reason: 'A slip.' },
  });

test('anybody with the link of a list sees its titles but no note, nothing hidden and no name, until it is withdrawn', async () => {
  const listId = await me.create('For the summer');
  for (const id of ['ash:e1', 'ash:m1']) await me.save(listId, await recordOf(id), 'For Ida');
  const token = String(await me.share(listId));
  expect(await me.share(listId)).toBe(token);
  expect((await me.show(listId)) as object).toMatchObject({ link: token });
  const opened = () => call(showShared, { path: { token } });
  const { status, body } = await opened();
  expect([status, body]).toMatchObject([200, { name: 'For the summer', hits: [{ title: expect.any(String) }, {}] }]);
  expect(JSON.stringify(body)).not.toMatch(/Ida|pat_/);
  const hiding = { what: { sourceId: 'ash:m1' }, hiddenFrom: ['public', 'other-members'], reason };
  const hidden = await call(setVisibility, { actor: cataloguer, path: { memberId: 'ash' }, body: hiding });
  expect(hidden).toMatchObject({ status: 200 });
  await reindex();
  expect((await opened()).body).toEqual({ name: 'For the summer', hits: [expect.objectContaining({ title: 'Emma' })] });
  await me.withdraw(listId);
  expect(await opened()).toMatchObject({ status: 404, body: { code: 'unknown-list' } });
  // A list that is deleted takes its link along, and a new link is another one.
  expect(await me.share(listId)).not.toBe(token);
  await me.drop(listId);
  expect(await scanAll(table.name, 'sharedList')).toEqual([]);
  expect(await me.share(listId)).toBeUndefined();
});

test('a title is saved once, shown as in the search, and removed; a list is renamed and deleted', async () => {
  const listId = await me.create('For the summer');
  expect(await me.make('FOR THE SUMMER')).toMatchObject({ status: 409, body: { code: 'list-name-taken' } });
  const [one, two] = [await recordOf('ash:e1'), await recordOf('ash:m1')];
  const first = await me.save(listId, one, 'For Ida');
  expect(first).toMatchObject({ status: 200, body: { recordId: one, title: 'Emma', note: 'For Ida' } });
  expect((await me.save(listId, one)).body).toEqual(first.body);
  await me.save(listId, two);
  const { entries, list } = await me.show(listId);
  expect([list.name, list.titles, entries.map(({ title }) => title)]).toEqual([
    'For the summer',
    2,
    [mosses.title, 'Emma'],
  ]);
  const found = (await call(search, { query: { q: 'emma' }, actor: me.actor })).body as SearchView;
  expect(entries[1]?.hit).toEqual(found.hits[0]);
  expect(entries[1]).toMatchObject({
    note: 'For Ida',
    hit: { members: [{ memberId: 'ash', copies: 1, available: 1 }] },
  });
  expect(await me.lists(one)).toMatchObject([{ listId, titles: 2, has: true }]);
  await me.save(listId, one, '');
  for (let i = 0; i < 2; i += 1) expect((await me.remove(listId, two)).status).toBe(200);
  expect(await me.lists(two)).toMatchObject([{ listId, titles: 1, has: false }]);
  expect((await me.show(listId)).entries).toMatchObject([{ recordId: one }]);
  expect((await me.show(listId)).entries[0]).not.toHaveProperty('note');
  expect(await me.rename(listId, 'For the winter')).toMatchObject({ status: 200, body: { name: 'For the winter' } });
  for (let i = 0; i < 2; i += 1) expect((await me.drop(listId)).status).toBe(200);
  expect(await me.lists()).toEqual([]);
  expect(await scanAll(table.name, 'savedTitle')).toEqual([]);
  expect(await me.open(listId)).toMatchObject({ status: 404, body: { code: 'unknown-list' } });
  expect(await me.save(listId, one)).toMatchObject({ status: 404, body: { code: 'unknown-list' } });
});

test('two merged titles are one, by any of their ids, and two again when that is undone', async () => {
  const [both, taken] = [await me.create('Both'), await me.create('Taken out')];
  const [one, two] = [await recordOf('ash:e1'), await recordOf('ash:m1')];
  for (const listId of [both, taken]) for (const id of [one, two]) await me.save(listId, id);
  const decision = await merged(one, two);
  await reindex();
  const survivor = await recordOf('ash:m1');
  const { entries } = await me.show(both);
  expect(entries.map(({ recordId, hit }) => [recordId, hit?.recordId])).toEqual([[two, survivor]]);
  expect(await me.lists(one)).toMatchObject([{ has: true }, { has: true }]);
  // Saved while it is one record: it is on the list.
  await me.save(both, survivor);
  await me.remove(taken, survivor);
  expect((await undone(decision)).status).toBe(200);
  await reindex();
  expect((await me.show(both)).entries.map(({ recordId, hit }) => [recordId, hit?.recordId])).toEqual([
    [two, two],
    [one, one],
  ]);
  expect((await me.show(taken)).entries).toEqual([]);
});

test('a split leaves a title where it was saved; a load that matches, merges and separates again loses none', async () => {
  await loadBytes(table, 'oak', fileOf([sameEmma, ferry]));
  await reindex();
  const listId = await me.create('Mine');
  const [one, three] = [await recordOf('ash:e1'), await recordOf('oak:f1')];
  await me.save(listId, one);
  await me.save(listId, three);
  await call(splitRecord, { actor: cataloguer, path: { recordId: one }, body: { leaving: ['oak:x1'], reason } });
  // Not yet in the index: it is read from the table.
  const { entries } = await me.show(listId);
  expect(entries.map(({ hit }) => hit?.recordId)).toEqual([three, one]);
  expect(entries[1]?.hit?.members.map(({ memberId }) => memberId)).toContain('ash');
  // Oak's songs are merged with Emma, and then split.
  await loadBytes(table, 'oak', fileOf([{ ...sameEmma, id: 'f1' }]));
  await reindex();
  const shown = (await me.show(listId)).entries;
  const leads = new Set(await Promise.all([one, three].map(async (id) => (await findRecord(table, id))?.now.recordId)));
  expect(new Set(shown.map(({ hit }) => hit?.recordId))).toEqual(leads);
  expect(shown).toHaveLength(leads.size);
  await loadBytes(table, 'oak', fileOf([ferry]));
  await reindex();
  const again = (await me.show(listId)).entries;
  expect(again.map(({ title }) => title).toSorted()).toEqual(['Emma', 'Songs of the ferry']);
});

test('a hidden or withdrawn title is shown by its saved title only, and left out of a file', async () => {
  const listId = await me.create('Mine');
  for (const sourceId of ['ash:e1', 'oak:f1']) await me.save(listId, await recordOf(sourceId));
  const hiding = (hiddenFrom: string[]) =>
    call(setVisibility, {
      ...{ actor: staffAt('oak', 'cataloguer'), path: { memberId: 'oak' } },
      body: { what: { sourceId: 'oak:f1' }, hiddenFrom, reason },
    });
  expect((await hiding(['public', 'other-members'])).status).toBe(200);
  await loadBytes(table, 'oak', fileOf([{ ...ferry, title: 'Secret songs' }]));
  await reindex();
  const gone = (await me.show(listId)).entries[0];
  expect(gone).toEqual({ recordId: await recordOf('oak:f1'), addedAt: gone?.addedAt, title: 'Songs of the ferry' });
  expect(await me.save(listId, await recordOf('oak:f1'))).toMatchObject({
    status: 404,
    body: { code: 'unknown-record' },
  });
  const file = await me.take(listId, 'ris');
  expect([file.status, file.headers['x-left-out']]).toEqual([200, await recordOf('oak:f1')]);
  expect(JSON.stringify(file.body)).toMatch(/Emma/);
  expect(JSON.stringify(file.body)).not.toMatch(/songs/i);
  await hiding([]);
  await reindex();
  expect((await me.show(listId)).entries[0]).toMatchObject({ title: 'Secret songs', hit: { title: 'Secret songs' } });
  await me.remove(listId, await recordOf('ash:e1'));
  await hiding(['union']);
  await reindex();
  expect(await me.take(listId, 'ris')).toMatchObject({ status: 409, body: { code: 'none-to-take' } });
  expect((await me.remove(listId, await recordOf('oak:f1'))).status).toBe(200);
  expect((await me.show(listId)).entries).toEqual([]);
});

test('a long list is paged, each record once, although one is removed and two are merged meanwhile', async () => {
  const books = Array.from({ length: 24 }, (_, i) => ({
    ...mosses,
    id: `n${i}`,
    title: `Volume ${i} of the tides`,
    pages: 100 + i,
  }));
  await loadBytes(table, 'elm', fileOf(books));
  await reindex();
  const listId = await me.create('Long');
  const ids: string[] = [];
  for (const { id } of books) {
    ids.push(await recordOf(`elm:${id}`));
    await me.save(listId, ids.at(-1) ?? '');
  }
  const first = await me.show(listId);
  expect([first.entries.length, new Set(ids).size]).toEqual([20, 24]);
  await me.remove(listId, first.entries.at(-1)?.recordId ?? '');
  const rest = await me.show(listId, first.next);
  expect([rest.entries.length, rest.next]).toEqual([4, undefined]);
  expect(new Set([...first.entries, ...rest.entries].map(({ recordId }) => recordId))).toEqual(new Set(ids));
  const elms = staffAt('elm', 'cataloguer');
  const body = { with: ids[1], reason };
  expect((await call(mergeRecords, { actor: elms, path: { recordId: ids[0] ?? '' }, body })).status).toBe(200);
  expect((await me.show(listId, (await me.show(listId)).next)).entries).toHaveLength(2);
  expect(await me.open(listId, 'bm9uc2Vuc2U')).toMatchObject({ status: 400, body: { code: 'bad-cursor' } });
});
