import { BatchGetCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { handler as rebuildIndex } from '../../../functions/catalogue/consumers/rebuild-index/handler.ts';
import { keys as catalogueKeys } from '../../../functions/catalogue/data/keys.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import type { RecordPage, SearchView } from '../../../functions/discovery/domain/views.ts';
import { handler as openRecord } from '../../../functions/discovery/operations/get-record/handler.ts';
import { handler as search } from '../../../functions/discovery/operations/search/handler.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { type FollowedIndex, followedIndex } from '../../builders/followed-index.ts';
import { hide } from '../../builders/hiding.ts';
import { aBorrower, aConsortium, at } from '../../builders/lending.ts';
import { type Book, fileOf, loadBytes } from '../../builders/loads.ts';
import { staffAt } from '../../builders/people.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';

/** The index follows the table: while the engine is down, during a rebuild, and however the stream delivers changes. */
let table: Table & { name: string };
let index: TestIndex;
let followed: FollowedIndex;
let rebuild: typeof rebuildIndex;

const words = ['amber', 'birch', 'copper', 'delta', 'ember', 'fjord', 'garnet', 'harbour'];
const bookOf = (i: number): Book => ({
  id: `b${i}`,
  title: `${words[i % 8]} ${words[Math.floor(i / 8) % 8]} chronicle ${i}`,
  author: `Writer${i}, Ada`,
  year: String(1900 + (i % 100)),
  pages: 100 + i,
  items: [`$aMAIN$pC${i}$oFIC ${i}`],
});
const branchId = 'ash.main';
const desk = staffAt(branchId, 'desk');
const monday = '2026-03-02T11:00:00.000Z';

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  index = anIndex();
  await aConsortium(table);
  followed = await followedIndex(table, index);
  rebuild = rebuildIndex.using(systemRuntime());
});
afterEach(async () => {
  await followed.stop();
  await index.drop();
});

const recordOf = async (i: number): Promise<string> =>
  String((await table.get(catalogueKeys.key('source', { sourceId: `ash:b${i}` }), { strong: true }))?.recordId);
const lend = async (i: number, card: string): Promise<number> =>
  (await call(checkOut.using(at(monday)), { actor: desk, body: { branchId, item: `C${i}`, patron: card } })).status;
const takeBack = async (i: number): Promise<number> =>
  (await call(checkIn.using(at(monday)), { actor: desk, body: { branchId, item: `C${i}` } })).status;
const look = (query: Record<string, string>) => call(search.using(followed.runtime), { query });
const onShelf = async (title: string): Promise<number> => {
  await index.refresh();
  const { status, body } = await look({ q: title, scope: 'title', shelf: '1', within: 'ash' });
  expect(status).toBe(200);
  return (body as SearchView).total.count;
};

test('during an hour without the engine lending continues, searches ask to retry, and the index catches up automatically', async () => {
  await loadBytes(table, 'ash', fileOf(Array.from({ length: 12 }, (_, i) => bookOf(i))));
  await followed.deliver(await followed.changes());
  const { card } = await aBorrower(table);
  followed.engine.isOpen = false;
  const MINUTE = 60_000;
  // The hour passes in steps of four minutes; waiting messages are retried when they are due.
  for (let minute = 0; minute < 60; minute += 4) {
    const i = (minute / 4) % 5;
    if (minute < 20) expect(await lend(i, card)).toBe(201);
    else if (minute < 32) expect(await takeBack(i)).toBe(200);
    else if (minute === 40)
      await loadBytes(table, 'ash', fileOf([bookOf(40), { ...bookOf(11), title: 'Renamed meanwhile' }]));
    else if (minute === 44) await hide(table, 'ash:b10', ['public']);
    await followed.deliver(await followed.changes());
    await followed.retry();
    if (minute % 20 === 0)
      expect(await look({ q: 'amber' })).toMatchObject({
        status: 503,
        body: { code: 'try-again' },
        headers: { 'retry-after': expect.stringMatching(/^[1-9]\d*$/) },
      });
    followed.clock.ms += 4 * MINUTE;
  }
  expect(followed.waiting()).toBeGreaterThan(0);
  followed.engine.isOpen = true;
  // Nothing more is written: only what waited in the queue arrives, within its delay of two minutes.
  for (let round = 0; round < 3 && followed.waiting() > 0; round += 1) {
    followed.clock.ms += 2 * MINUTE;
    await followed.retry();
  }
  expect([followed.waiting(), followed.blamed]).toEqual([0, []]);
  const wanted = await followed.wanted();
  expect(wanted.size).toBe(13);
  expect(await followed.held()).toEqual(wanted);
});

test('a rebuild during writes fails no search, and its index equals the one it replaces, document by document', async () => {
  const COUNT = 60;
  await loadBytes(table, 'ash', fileOf(Array.from({ length: COUNT }, (_, i) => bookOf(i))));
  await followed.deliver(await followed.changes());
  await index.refresh();
  const [before] = await index.versions.targets();
  const { card } = await aBorrower(table);
  let isDone = false;
  const seen = { searches: 0, failed: 0, writes: 0 };
  const searching = async (): Promise<void> => {
    while (!isDone) {
      const { status, body } = await look({ q: 'chronicle', scope: 'title', limit: '1' });
      seen.searches += 1;
      if (status !== 200 || (body as SearchView).total.count < COUNT - 20) seen.failed += 1;
    }
  };
  const writing = async (): Promise<void> => {
    for (let i = 0; !isDone || i < 12; i += 1) {
      if (i % 4 === 0) expect(await lend(i % 16, card)).toBe(201);
      else if (i % 4 === 1) expect(await takeBack((i - 1) % 16)).toBe(200);
      else if (i % 4 === 2)
        await loadBytes(table, 'ash', fileOf([{ ...bookOf(i), note: `Changed ${i}` }, bookOf(COUNT + i)]));
      else await hide(table, `ash:b${i + 40}`, i % 8 === 3 ? ['union'] : ['public']);
      seen.writes += 1;
      // The writers' clock runs a hundred times as fast, so they look for new versions every 50 ms.
      followed.clock.ms += 5000;
      await followed.deliver(await followed.changes());
    }
  };
  const rebuilding = async () => {
    let event: Record<string, unknown> = {};
    let calls = 0;
    for (;;) {
      calls += 1;
      // Each call reads one page of the table, as for a large table.
      const done = await rebuild({ ...event, enoughMs: 0, settleMs: 500 }, { awsRequestId: `rebuild-${calls}` });
      if (!done.go) return { ...done, calls };
      event = done;
    }
  };
  const work = Promise.all([searching(), writing()]);
  const rebuilt = await rebuilding().finally(() => {
    isDone = true;
  });
  await work;
  expect(rebuilt).toMatchObject({ failed: [], go: false });
  expect(rebuilt.calls).toBeGreaterThan(1);
  expect(rebuilt.written + rebuilt.older).toBeGreaterThanOrEqual(COUNT);
  expect(seen).toEqual({ searches: expect.any(Number), failed: 0, writes: expect.any(Number) });
  expect([seen.searches > 5, seen.writes >= 12]).toEqual([true, true]);
  expect(await index.versions.targets()).toEqual([rebuilt.version]);
  expect(rebuilt.version).not.toBe(before);
  const replaced = await followed.held();
  expect(replaced).toEqual(await followed.wanted());
  // Once more without writers: the old index and the new one are the same.
  const again = await rebuild({ settleMs: 0 }, { awsRequestId: 'rebuild-quiet' });
  expect(again).toMatchObject({ go: false, older: 0 });
  expect(await followed.held()).toEqual(replaced);
}, 60_000);

test('a stopped rebuild loses no change of availability in the index that is searched', async () => {
  await loadBytes(table, 'ash', fileOf([0, 1, 2, 3].map(bookOf)));
  await followed.deliver(await followed.changes());
  const { card } = await aBorrower(table);
  for (const i of [0, 1, 2, 3]) expect(await lend(i, card)).toBe(201);
  // It reads the loans before their stream delivers them, page by page, and never finishes.
  let event: Record<string, unknown> = {};
  for (let calls = 1; calls <= 3; calls += 1) {
    event = await rebuild({ ...event, enoughMs: 0, settleMs: 0 }, { awsRequestId: `stopping-${calls}` });
    expect(event.go).toBe(true);
  }
  await followed.deliver(await followed.changes());
  for (const i of [0, 1, 2, 3]) expect(await onShelf(bookOf(i).title)).toBe(0);
});

test('a rebuild silently omits no record: temporary failures are retried, others are reported', async () => {
  await loadBytes(table, 'ash', fileOf([0, 1].map(bookOf)));
  await followed.deliver(await followed.changes());
  const [damaged, before] = [await recordOf(0), (await index.versions.targets())[0]];
  const item = { sourceId: 'ash:b0', itemId: 'damaged' };
  await table.write([
    { put: { ...catalogueKeys.key('itemDescription', item), ...stamp('itemDescription', 1), ...item } },
  ]);
  const report = await rebuild({ settleMs: 0 }, { awsRequestId: 'rebuild-damaged' });
  expect(report).toMatchObject({ go: false, written: 1, failed: [{ id: damaged, reason: expect.any(String) }] });
  await table.write([{ delete: catalogueKeys.key('itemDescription', item) }]);
  const [searched] = await index.versions.targets();
  const send = DynamoDBDocumentClient.prototype.send;
  const busy = jest.spyOn(DynamoDBDocumentClient.prototype, 'send').mockImplementation(async function (
    this: DynamoDBDocumentClient,
    ...given: unknown[]
  ) {
    if (given[0] instanceof BatchGetCommand)
      throw Object.assign(new Error('slow down'), { name: 'ThrottlingException' });
    return Reflect.apply(send, this, given);
  });
  await expect(rebuild({ settleMs: 0 }, { awsRequestId: 'rebuild-busy' })).rejects.toThrow('tried again');
  busy.mockRestore();
  // The version that it had begun was never searched; the next rebuild deletes it.
  expect([before, await index.versions.searched()]).toEqual([expect.not.stringMatching(`^${searched}$`), searched]);
});

test('after a checkout the page and the filter show it; late and repeated stream records never revert it', async () => {
  await loadBytes(table, 'ash', fileOf([bookOf(1)]));
  await followed.deliver(await followed.changes());
  const { card } = await aBorrower(table);
  const [recordId, title] = [await recordOf(1), bookOf(1).title];
  const stateOnPage = async (): Promise<string | undefined> => {
    const { body } = await call(openRecord, { path: { recordId } });
    return (body as RecordPage).holdings[0]?.branches[0]?.copies[0]?.state;
  };
  const report = [];
  expect(await onShelf(title)).toBe(1);
  for (const act of [() => lend(1, card), () => takeBack(1), () => lend(1, card)]) {
    expect([200, 201]).toContain(await act());
    report.push(await followed.changes());
  }
  // The stream has delivered none of three acts yet: the page is correct at once, because it reads the table.
  expect(await stateOnPage()).toBe('on-loan');
  const [lent = [], back = [], again = []] = report;
  for (const records of [again, lent, back, back, again, lent, [...back, ...lent], back]) {
    await followed.deliver(records);
    expect([await onShelf(title), await stateOnPage()]).toEqual([0, 'on-loan']);
  }
  expect(await takeBack(1)).toBe(200);
  await followed.deliver(await followed.changes());
  for (const records of [lent, again, lent]) {
    await followed.deliver(records);
    expect([await onShelf(title), await stateOnPage()]).toEqual([1, 'available']);
  }
});
