import { keys as catalogueKeys } from '../../../functions/catalogue/data/keys.ts';
import { findRecord } from '../../../functions/catalogue/data/union-record.ts';
import type { HistoryEntry } from '../../../functions/catalogue/domain/history/history.ts';
import { handler as listHistory } from '../../../functions/catalogue/operations/list-history/handler.ts';
import { handler as mergeRecords } from '../../../functions/catalogue/operations/merge-records/handler.ts';
import { handler as setVisibility } from '../../../functions/catalogue/operations/set-visibility/handler.ts';
import { handler as setWorkDecision } from '../../../functions/catalogue/operations/set-work-decision/handler.ts';
import { handler as splitRecord } from '../../../functions/catalogue/operations/split-record/handler.ts';
import type { SearchView } from '../../../functions/discovery/domain/views.ts';
import { handler as search } from '../../../functions/discovery/operations/search/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { type Answered, type Call, call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { type FollowedIndex, followedIndex } from '../../builders/followed-index.ts';
import { type Book, fileOf, loadBytes } from '../../builders/loads.ts';
import { staffAt } from '../../builders/people.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';

/** Cataloguers' decisions on works: they apply in lists of works, appear in the record's history, and survive any change of the record. */
const beowulf: Book = { id: 'b1', title: 'Beowulf, a new verse translation', author: '', pages: 213 };
const prose: Book = { id: 'x1', title: 'The deeds of Beowulf told in prose', author: '', pages: 96, year: '1892' };
const deeds: Book = { id: 'x2', title: 'Beowulf and the dragon for children', author: '', pages: 40, year: '1961' };
const night: Book = { id: 'b2', title: 'The harbour at night', author: 'Orrell, Tamsin', pages: 300 };
const nightAgain: Book = { ...night, id: 'b3', year: '2011', pages: 512, isbn: '9780141439518' };

let table: Table & { name: string };
let index: TestIndex;
let followed: FollowedIndex;
const ask = (handler: OperationHandler, request: Call): Promise<Answered> =>
  call(handler.using(followed.runtime), request);
const settle = async (): Promise<void> => followed.deliver(await followed.changes());

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  index = anIndex();
  followed = await followedIndex(table, index);
  await loadBytes(table, 'ash', fileOf([beowulf, night, nightAgain]));
  await loadBytes(table, 'oak', fileOf([prose, deeds]));
  await settle();
});
afterEach(async () => {
  await followed.stop();
  await index.drop();
});

const recordOf = async (sourceId: string): Promise<string> => {
  const row = await table.get(catalogueKeys.key('source', { sourceId }), { strong: true });
  return (await findRecord(table, String(row?.recordId), { strong: true }))?.now.recordId ?? '';
};
const ruled = (sourceId: string, work: object, reason = 'Compared.', more: { actor?: Actor } = {}) => {
  const memberId = sourceId.split(':')[0] ?? '';
  // Consecutive acts have different times.
  followed.clock.ms += 1000;
  return ask(setWorkDecision, {
    ...{ actor: staffAt(memberId, 'cataloguer'), path: { memberId }, body: { sourceId, work, reason } },
    ...more,
  });
};
const withWork = async (sourceId: string): Promise<object> => ({ stands: 'with', recordId: await recordOf(sourceId) });
/** Returns how many editions each work found has, the largest first. */
const works = async (q: string): Promise<number[]> => {
  await settle();
  await index.refresh();
  const { body } = await ask(search, { query: { q, group: 'works' } });
  return (body as SearchView).hits.map(({ editions = 0 }) => editions).sort((a, b) => b - a);
};
/** Returns the titles of the first work's editions, by the name in its hit. */
const editionsOf = async (q: string): Promise<string[]> => {
  const found = (await ask(search, { query: { q, group: 'works' } })).body as SearchView;
  const { body } = await ask(search, { query: { work: found.hits[0]?.work ?? '' } });
  return (body as SearchView).hits.map(({ title }) => title).sort();
};
const historyOf = async (sourceId: string, member = sourceId.split(':')[0] ?? ''): Promise<HistoryEntry[]> => {
  const request = { actor: staffAt(member, 'cataloguer'), path: { recordId: await recordOf(sourceId) } };
  const { entries } = (await ask(listHistory, request)).body as { entries: HistoryEntry[] };
  return entries.filter(({ kind }) => kind === 'set-work-decision');
};

test('books without a common work key become editions of one work by a decision, and separate when it is undone', async () => {
  expect(await works('beowulf')).toEqual([1, 1, 1]);
  expect((await ruled('ash:b1', await withWork('oak:x1'), 'The same poem.')).status).toBe(200);
  expect(await works('beowulf')).toEqual([2, 1]);
  // A further record joins the same work by either of its editions.
  expect((await ruled('oak:x2', await withWork('ash:b1'), 'Of the poem.')).status).toBe(200);
  expect(await works('beowulf')).toEqual([3]);
  expect(await editionsOf('beowulf')).toEqual([beowulf, deeds, prose].map(({ title }) => title).sort());
  const by = 'staff:stf_of-ash';
  const [mine, theirs] = [await recordOf('ash:b1'), await recordOf('oak:x1')];
  const [before, after] = [{ stands: 'by-rule' }, { stands: 'with', recordId: theirs }];
  expect(await historyOf('ash:b1')).toMatchObject([
    { sourceId: 'ash:b1', by, reason: 'The same poem.', before, after },
  ]);
  // The other side's history shows it too, but not the user of another library.
  const there = await historyOf('oak:x1');
  expect(there).toMatchObject([{ sourceId: 'oak:x1', after: { stands: 'with', recordId: mine } }]);
  expect(there[0]).not.toHaveProperty('by');
  expect((await historyOf('ash:b1', 'oak'))[0]).not.toHaveProperty('by');
  expect((await ruled('ash:b1', { stands: 'by-rule' }, 'It is not.')).status).toBe(200);
  expect(await works('beowulf')).toEqual([2, 1]);
  expect((await historyOf('ash:b1'))[0]).toMatchObject({ reason: 'It is not.', before: after, after: before });
});

test('an edition joined by the rule is separated by a decision, and no one joins another to it', async () => {
  expect(await works('harbour at night')).toEqual([2]);
  expect((await ruled('ash:b3', { stands: 'alone' }, 'Another book of that name.')).status).toBe(200);
  expect(await works('harbour at night')).toEqual([1, 1]);
  expect(await ruled('oak:x1', await withWork('ash:b3'))).toMatchObject({
    status: 409,
    body: { code: 'stands-alone' },
  });
  // The other record's work has its name by rule: its history has no entry.
  expect((await ruled('oak:x1', await withWork('ash:b2'))).status).toBe(200);
  expect(await historyOf('ash:b2')).toEqual([]);
  expect(await works('harbour at night')).toEqual([1, 1]);
  expect((await ruled('ash:b3', { stands: 'by-rule' })).status).toBe(200);
  expect(await works('harbour at night')).toEqual([2]);
});

test('it survives a load, a merge, a split and a new index; of two that meet the newest counts', async () => {
  await ruled('ash:b1', await withWork('oak:x1'));
  await ruled('ash:b2', { stands: 'alone' }, 'An abridgement.');
  await loadBytes(
    table,
    'ash',
    fileOf([
      { ...beowulf, note: 'New.' },
      { ...night, note: 'New.' },
    ]),
  );
  expect([await works('beowulf'), await works('harbour at night')]).toEqual([
    [2, 1],
    [1, 1],
  ]);
  const actor = staffAt('oak', 'cataloguer');
  const [recordId, other] = [await recordOf('oak:x1'), await recordOf('oak:x2')];
  const reason = 'One printing.';
  expect((await ask(mergeRecords, { actor, path: { recordId }, body: { with: other, reason } })).status).toBe(200);
  expect(await works('beowulf')).toEqual([2]);
  await ruled('oak:x2', { stands: 'alone' }, 'No part of the poem.');
  expect(await works('beowulf')).toEqual([1, 1]);
  const now = await recordOf('oak:x1');
  const parted = await ask(splitRecord, { actor, path: { recordId: now }, body: { leaving: ['oak:x2'], reason } });
  expect(parted.status).toBe(200);
  expect(await works('beowulf')).toEqual([2, 1]);
  expect(await followed.held()).toEqual(await followed.wanted());
});

test('of two libraries in one record the last decision counts, and is shown to the other; repeated, it counts again', async () => {
  const actor = staffAt('ash', 'cataloguer');
  const [recordId, other] = [await recordOf('ash:b1'), await recordOf('oak:x1')];
  await ask(mergeRecords, { actor, path: { recordId }, body: { with: other, reason: 'One book.' } });
  const withNight = await withWork('ash:b2');
  const stands = async (sourceId: string, work: object) =>
    ((await ruled(sourceId, work)).body as { work: object }).work;
  expect(await stands('ash:b1', { stands: 'alone' })).toEqual({ stands: 'alone' });
  expect(await stands('oak:x1', withNight)).toEqual(withNight);
  const nights = async (): Promise<number> => {
    await settle();
    await index.refresh();
    return (await editionsOf('harbour at night')).length;
  };
  expect(await nights()).toBe(3);
  expect(await stands('ash:b1', { stands: 'alone' })).toEqual({ stands: 'alone' });
  expect(await nights()).toBe(2);
  expect(await stands('ash:b1', { stands: 'by-rule' })).toEqual(withNight);
});

test('the name of a work reveals nothing of what was joined to it, which may be hidden', async () => {
  const actor = staffAt('ash', 'cataloguer');
  const body = { what: { sourceId: 'ash:b2' }, hiddenFrom: ['public'], reason: 'A draft.' };
  await ask(setVisibility, { actor, path: { memberId: 'ash' }, body });
  expect((await ruled('oak:x1', await withWork('ash:b2'))).status).toBe(200);
  expect(await works('deeds of beowulf')).toContain(1);
  const { hits } = (await ask(search, { query: { q: 'deeds of beowulf', group: 'works' } })).body as SearchView;
  const names = hits.map(({ work = '' }) => work);
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(`${name} ${Buffer.from(name, 'base64url')}`).not.toMatch(/harbour|night|orrell/i);
});

test('forbidden and impossible decisions are refused; a repeated one is not recorded', async () => {
  const stranger = staffAt('oak', 'cataloguer');
  expect(await ruled('ash:b1', { stands: 'alone' }, 'Mine.', { actor: stranger })).toMatchObject({ status: 403 });
  const desk = staffAt('ash', 'desk');
  expect(await ruled('ash:b1', { stands: 'alone' }, 'Mine.', { actor: desk })).toMatchObject({ status: 403 });
  expect(await ruled('ash:none', { stands: 'alone' })).toMatchObject({ status: 404, body: { code: 'unknown-record' } });
  const codeOf = async (work: object) => ((await ruled('ash:b1', work)).body as { code: string }).code;
  expect(await codeOf({ stands: 'with', recordId: 'rec_none' })).toBe('unknown-work');
  expect(await codeOf(await withWork('ash:b1'))).toBe('same-record');
  const body = { what: { sourceId: 'oak:x1' }, hiddenFrom: ['other-members'], reason: 'A draft.' };
  await ask(setVisibility, { actor: stranger, path: { memberId: 'oak' }, body });
  expect(await codeOf(await withWork('oak:x1'))).toBe('unknown-work');
  expect((await ruled('ash:b1', { stands: 'by-rule' })).status).toBe(200);
  for (const reason of ['Once.', 'Twice.']) await ruled('ash:b1', { stands: 'alone' }, reason);
  expect(await historyOf('ash:b1')).toMatchObject([{ reason: 'Once.' }]);
});
