import { handler as changeTimedHolds } from '../../../functions/circulation/consumers/change-timed-holds/handler.ts';
import { handler as cancelHold } from '../../../functions/circulation/operations/cancel-hold/handler.ts';
import { handler as changePickup } from '../../../functions/circulation/operations/change-pickup/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import { handler as suspendHold } from '../../../functions/circulation/operations/suspend-hold/handler.ts';
import type { ItemCirculation } from '../../../functions/items/public/item-circulation.ts';
import { itemStore } from '../../../functions/items/public/item-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { aLoan, monday } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, at, countersOf } from '../../builders/lending.ts';
import { fileOf, loadBytes } from '../../builders/loads.ts';
import { staffAt } from '../../builders/people.ts';
import { listenToUsage, type Used } from '../../builders/usage.ts';

let table: Table;
let used: () => Used;
const figures: string[] = [];

const noted = (what: string): Used => {
  const { writeUnits, readUnits } = used();
  figures.push(`${what}: ${writeUnits} WU, ${readUnits} RU`);
  return used();
};
let handler = placeHold;
let requests = 0;
/** Places a hold as clients do: each request has a key of its own. */
const place = async (recordId: string | undefined, more = {}) => {
  const who = await aBorrower(table);
  const body = { recordId, pickupBranch: 'cedar.main', wait: true, ...more };
  requests += 1;
  const placed = await call(handler, { actor: who.actor, body, headers: { 'idempotency-key': `place-${requests}` } });
  expect(placed.status).toBe(201);
  return { ...who, path: (placed.body as { hold: { recordId: string; holdId: string } }).hold };
};

beforeAll(async () => {
  table = await aTable();
  await aConsortium(table);
  // One handler, as in production: policies and calendars come from its cache after the first request.
  handler = placeHold.using(at(monday));
  used = listenToUsage();
});
afterAll(() => {
  jest.restoreAllMocks();
  console.log(`Units of the request's own calls, indexes included\n${figures.join('\n')}`);
});

test('finding C7: placing a hold with an Idempotency-Key takes at most 6 write units at every level, also with a last day; a work 2 more per further edition', async () => {
  const copy = await aCopy(table, { part: 'v.1' });
  await place(copy.recordId, { part: 'v.1', neededUntil: '2026-04-01' });
  expect(noted('a part, with a last day').writeUnits).toBeLessThanOrEqual(6);
  await place((await aCopy(table)).recordId);
  expect(noted('a title').writeUnits).toBeLessThanOrEqual(6);
  const book = { title: 'The glass orchard', items: [] };
  await loadBytes(
    table,
    'ash',
    fileOf([{ ...book, id: 'one', year: '1998', pages: 312, items: ['$aMAIN$p39001$yBK'] }]),
  );
  await loadBytes(
    table,
    'elm',
    fileOf([{ ...book, id: 'two', year: '2011', pages: 520, items: ['$aMAIN$p39002$yBK'] }]),
  );
  const [one] = await itemStore(table).find('39001');
  await place(one?.recordId, { anyEdition: {} });
  expect(noted('a work of two editions').writeUnits).toBeLessThanOrEqual(8);
});

/** Writes a title with many copies of four branches, on loan or on the shelf. */
const aTitle = async (copies: number, over: Partial<ItemCirculation> = {}): Promise<string> => {
  const first = await aCopy(table, over);
  const { recordId = '' } = first;
  const homes = ['ash.main', 'birch.east', 'elm.main', 'cedar.north'];
  for (let i = 1; i < copies; i += 1)
    await aCopy(table, { ...over, recordId, branchId: homes[i % homes.length] ?? '' });
  return recordId;
};
const lentOut = { state: 'on-loan', loan: aLoan({ patronId: 'pat_of_nobody' }) } as const;

test('finding C7: a hold on a title of 200 copies takes at most 20 read units, on the shelf or all lent', async () => {
  const [onShelf, lent] = [await aTitle(200), await aTitle(200, lentOut)];
  await place(onShelf, { wait: false });
  expect(noted('a title of 200 copies on the shelf').readUnits).toBeLessThanOrEqual(20);
  await place(lent);
  expect(noted('a title of 200 copies, all lent').readUnits).toBeLessThanOrEqual(20);
}, 60_000);

test('a hold that some copies refuse is decided on all of them: the only copy that may be lent, and the copy that the patron has', async () => {
  const recordId = await aTitle(40, { state: 'lost' });
  await aCopy(table, { recordId, branchId: 'elm.main' });
  const placed = await place(recordId, { wait: false });
  expect(placed.path.recordId).toBe(recordId);
  const who = await aBorrower(table);
  const popular = await aTitle(40);
  const mine = await aCopy(table, { recordId: popular });
  const lend = { branchId: 'ash.main', item: mine.barcode, patron: who.card };
  const lent = await call(checkOut.using(at(monday)), { actor: staffAt('ash.main', 'desk'), body: lend });
  expect(lent.status).toBe(201);
  const body = { recordId: popular, pickupBranch: 'cedar.main', wait: false };
  const refused = await call(handler, { actor: who.actor, body });
  expect(refused).toMatchObject({ status: 409, body: { code: 'already-lent-to-patron' } });
  const allLent = await aTitle(40, lentOut);
  const other = { ...body, recordId: allLent };
  expect((await call(handler, { actor: who.actor, body: other })).body).toMatchObject({ code: 'consortium-loan' });
}, 60_000);

test('finding C7: a repeated key returns the same response, whatever became of the hold, and one hold only', async () => {
  const who = await aBorrower(table);
  const recordId = await aTitle(2, lentOut);
  const body = { recordId, pickupBranch: 'cedar.main', wait: true, neededUntil: '2026-05-01' };
  const headers = { 'idempotency-key': 'again' };
  const ask = () => call(handler, { actor: who.actor, body, headers });
  const [one, two] = await Promise.all([ask(), ask()]);
  expect(one.status).toBe(201);
  expect(two).toEqual(one);
  expect(await countersOf(table, who.patronId)).toMatchObject({ holds: 1 });
  const { holdId } = (one.body as { hold: { holdId: string } }).hold;
  const other = await call(handler, { actor: who.actor, body: { ...body, pickupBranch: 'cedar.north' }, headers });
  expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } });
  // Another title is another body too.
  const elsewhere = { ...body, recordId: await aTitle(2, lentOut) };
  const title = await call(handler, { actor: who.actor, body: elsewhere, headers });
  expect(title).toMatchObject({ status: 422, body: { code: 'key-reused' } });
  expect(await countersOf(table, who.patronId)).toMatchObject({ holds: 1 });
  const path = { recordId, holdId };
  const cancelled = await call(cancelHold.using(at(monday)), { actor: who.actor, path, body: {} });
  expect(cancelled.status).toBe(200);
  expect((await call(handler, { actor: who.actor, body, headers })).body).toEqual(one.body);
  expect(await countersOf(table, who.patronId)).toMatchObject({ holds: 0 });
});

test('changing its pickup branch or suspending it takes at most 6', async () => {
  const { actor, path } = await place((await aCopy(table)).recordId);
  const ids = { recordId: path.recordId, holdId: path.holdId };
  const moved = await call(changePickup.using(at(monday)), { actor, path: ids, body: { pickupBranch: 'cedar.north' } });
  expect(moved.status).toBe(200);
  expect(noted('moving its pickup').writeUnits).toBeLessThanOrEqual(6);
  const paused = await call(suspendHold.using(at(monday)), { actor, path: ids, body: { until: '2026-03-20' } });
  expect(paused.status).toBe(200);
  expect(noted('suspending it').writeUnits).toBeLessThanOrEqual(6);
});

test('the job reads the days by their index: its units do not grow with the number of waiting holds', async () => {
  const run = async (): Promise<Used> => {
    await changeTimedHolds.using(at('2026-03-10T11:00:00.000Z'))({}, { awsRequestId: 'r' });
    return used();
  };
  await run();
  const few = await run();
  const copy = await aCopy(table);
  for (let i = 0; i < 30; i += 1) await place(copy.recordId, { neededUntil: '2026-06-01' });
  expect(await run()).toEqual(few);
  noted('a run of the job that finds nothing');
});
