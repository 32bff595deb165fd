import { coldCheckouts } from '../../../bench/cold-checkout.ts';
import { handler as cancelHold } from '../../../functions/circulation/operations/cancel-hold/handler.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import { handler as renew } from '../../../functions/circulation/operations/renew/handler.ts';
import { targetHolds } from '../../../functions/circulation/use-cases/target-holds.ts';
import { keys as itemsKeys } from '../../../functions/items/public/keys.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, at } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';
import { listenToUsage, type Used } from '../../builders/usage.ts';

const monday = '2026-03-02T11:00:00.000Z';
const desk = (branch: string) => staffAt(branch, 'desk');
let table: Table;
let used: () => Used;
const figures: Record<string, Used> = {};
let clock = { monday: at(monday), later: at('2026-04-07T11:00:00.000Z') };
// One handler for each runtime, as in production: policies and calendars come from its cache after the first request.
let handlers = { out: checkOut.using(clock.monday), in: checkIn.using(clock.monday), late: checkIn.using(clock.later) };

const lend = (item: string, patron: string, branchId = 'birch.east') =>
  call(handlers.out, { actor: desk(branchId), body: { branchId, item, patron }, headers: { 'idempotency-key': item } });
const takeBack = (item: string, branchId: string, handler = handlers.in) =>
  call(handler, { actor: desk(branchId), body: { branchId, item }, headers: { 'idempotency-key': `${item}-in` } });

const noted = (what: string): Used => {
  figures[what] ??= used();
  return used();
};

beforeAll(async () => {
  table = await aTable();
  await aConsortium(table);
  clock = { monday: at(monday), later: at('2026-04-07T11:00:00.000Z') };
  handlers = { out: checkOut.using(clock.monday), in: checkIn.using(clock.monday), late: checkIn.using(clock.later) };
  used = listenToUsage();
  const { card } = await aBorrower(table);
  for (const home of ['ash.main', 'birch.east']) {
    const copy = await aCopy(table, { branchId: home });
    await lend(copy.barcode, card);
    await takeBack(copy.barcode, 'cedar.main');
    await takeBack(copy.barcode, 'elm.main', handlers.late);
  }
});
afterAll(() => {
  jest.restoreAllMocks();
  const rows = Object.entries(figures).map(
    ([what, { writeUnits, readUnits }]) => `${what}: ${writeUnits} WU, ${readUnits} RU`,
  );
  console.log(`Units of the request's own calls, indexes included\n${rows.join('\n')}`);
});

test('finding C5: a checkout for which nobody waits takes at most 6 write and 3 read units, a check-in at most 6, at home or not', async () => {
  const { card } = await aBorrower(table);
  const copy = await aCopy(table);
  expect((await lend(copy.barcode, card)).status).toBe(201);
  const lent = noted('checkout');
  expect(lent.writeUnits).toBeLessThanOrEqual(6);
  // Two for the item and the patron; one for the union record and its empty queue.
  expect(lent.readUnits).toBeLessThanOrEqual(3);
  expect((await takeBack(copy.barcode, 'elm.main')).status).toBe(200);
  expect(noted('check-in, sent home').writeUnits).toBeLessThanOrEqual(6);
  const other = await aCopy(table);
  await lend(other.barcode, card);
  await takeBack(other.barcode, 'ash.main');
  expect(noted('check-in, at home').writeUnits).toBeLessThanOrEqual(6);
});

test('finding C8: a checkout reads none of the patron’s loans before one of them is due; of loans that are late half a unit each', async () => {
  const { card } = await aBorrower(table);
  for (let count = 0; count < 8; count += 1) {
    const copy = await aCopy(table);
    expect((await lend(copy.barcode, card)).status).toBe(201);
    expect(used().readUnits).toBeLessThanOrEqual(3);
    expect(used().writeUnits).toBeLessThanOrEqual(6);
  }
  noted('checkout by a patron with seven loans');
  // A day late each, 2.00 in all: the loans are read, and the checkout passes the limit of 20.00.
  const late = checkOut.using(at('2026-03-31T11:00:00.000Z'));
  for (let count = 0; count < 2; count += 1) {
    const body = { branchId: 'birch.east', item: (await aCopy(table)).barcode, patron: card };
    expect((await call(late, { actor: desk('birch.east'), body })).status).toBe(201);
  }
  expect(noted('checkout by a patron with eight late loans').readUnits).toBeLessThanOrEqual(3 + 6);
});

test('a check-in with a fine takes at most 10', async () => {
  const { card } = await aBorrower(table);
  const copy = await aCopy(table);
  await lend(copy.barcode, card);
  expect((await takeBack(copy.barcode, 'elm.main', handlers.late)).body).toMatchObject({ fine: { amount: 175 } });
  expect(noted('check-in with a fine').writeUnits).toBeLessThanOrEqual(10);
});

test('a renewal takes at most 2', async () => {
  const { card, actor } = await aBorrower(table);
  const copy = await aCopy(table);
  await lend(copy.barcode, card);
  const renewed = await call(renew.using(at('2026-03-16T11:00:00.000Z')), { actor, body: { item: copy.barcode } });
  expect(renewed.status).toBe(200);
  expect(noted('renewal').writeUnits).toBeLessThanOrEqual(2);
});

test('placing a hold takes at most 6, a check-in that captures and a checkout that closes it at most 10', async () => {
  const lender = await aBorrower(table);
  const { card, actor } = await aBorrower(table);
  const copy = await aCopy(table);
  await lend(copy.barcode, lender.card);
  const body = { recordId: copy.recordId, pickupBranch: 'cedar.main', wait: true };
  expect((await call(placeHold.using(clock.monday), { actor, body })).status).toBe(201);
  expect(noted('placing a hold').writeUnits).toBeLessThanOrEqual(6);
  expect((await takeBack(copy.barcode, 'elm.main')).body).toMatchObject({ next: { forHold: true } });
  expect(noted('check-in with capture').writeUnits).toBeLessThanOrEqual(10);
  await call(handlers.in, { actor: desk('cedar.main'), body: { branchId: 'cedar.main', item: copy.barcode } });
  expect(noted('receiving at the pickup branch').writeUnits).toBeLessThanOrEqual(10);
  expect((await lend(copy.barcode, card, 'cedar.main')).status).toBe(201);
  expect(noted('checkout that closes a hold').writeUnits).toBeLessThanOrEqual(10);
});

test('a checkout that closes a hold targeted elsewhere and frees that copy takes at most 10', async () => {
  const { card, actor } = await aBorrower(table);
  const copy = await aCopy(table);
  const nearer = await aCopy(table, { recordId: copy.recordId ?? '', branchId: 'cedar.main' });
  const body = { recordId: copy.recordId, pickupBranch: 'cedar.main' };
  const placed = await call(placeHold.using(clock.monday), { actor, body });
  expect(placed.status).toBe(201);
  expect(await targetHolds(table, copy.recordId ?? '', Date.parse(monday))).toBe(1);
  await lend(copy.barcode, card);
  expect(noted('checkout of another copy than the one paged').writeUnits).toBeLessThanOrEqual(10);
  expect(await table.get(itemsKeys.key('item', nearer), { strong: true })).toMatchObject({ state: 'available' });
  const { hold } = placed.body as { hold: { recordId: string; holdId: string } };
  const again = await call(cancelHold, { actor, path: { recordId: hold.recordId, holdId: hold.holdId }, body: {} });
  expect(again).toMatchObject({ status: 409, body: { code: 'hold-over' } });
});

test('finding C3: a checkout that has read nothing yet takes at most 14 read units, after any number of versions of the rules and calendars', async () => {
  const [one, twelve] = await coldCheckouts([1, 12], () => used());
  expect(one?.readUnits).toBeLessThanOrEqual(14);
  expect(twelve?.readUnits).toBe(one?.readUnits);
  figures['checkout, cold, 12 versions of 600 rules and of the calendar'] = used();
});
