import { handler as cancelHold } from '../../../functions/circulation/operations/cancel-hold/handler.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as holdShelf } from '../../../functions/circulation/operations/list-hold-shelf/handler.ts';
import { handler as myHolds } from '../../../functions/circulation/operations/list-my-holds/handler.ts';
import { handler as myLoans } from '../../../functions/circulation/operations/list-my-loans/handler.ts';
import { handler as pullList } from '../../../functions/circulation/operations/list-pull-list/handler.ts';
import { handler as transits } from '../../../functions/circulation/operations/list-transits/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import { handler as renew } from '../../../functions/circulation/operations/renew/handler.ts';
import { targetHolds } from '../../../functions/circulation/use-cases/target-holds.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, at, countersOf } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';

const monday = '2026-03-02T11:00:00.000Z';
const desk = (branch: string) => staffAt(branch, 'desk');
let table: Table;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await aConsortium(table);
});

const checkedIn = (item: string, branchId: string, instant: string) =>
  call(checkIn.using(at(instant)), { actor: desk(branchId), body: { branchId, item } });

test('C2 a patron of cedar borrows at birch, renews, returns at elm: the copy goes in transit to ash and is received there', async () => {
  const { card, patronId, actor } = await aBorrower(table);
  const copy = await aCopy(table);
  const lent = await call(checkOut.using(at(monday)), {
    actor: desk('birch.east'),
    body: { branchId: 'birch.east', item: copy.barcode, patron: card },
  });
  expect(lent).toMatchObject({
    status: 201,
    body: {
      loan: { barcode: copy.barcode, memberId: 'ash', checkoutBranch: 'birch.east', due: '2026-03-30T21:59:59.000Z' },
      because: { ruleId: 'base', policyVersion: 1 },
    },
  });
  expect(await countersOf(table, patronId)).toEqual({ loans: 1, holds: 0, owed: 0, perGroup: {} });
  const renewed = await call(renew.using(at('2026-03-16T11:00:00.000Z')), { actor, body: { item: copy.barcode } });
  expect(renewed).toMatchObject({ status: 200, body: { due: '2026-04-13T21:59:59.000Z' } });
  expect((await call(myLoans.using(at('2026-03-16T12:00:00.000Z')), { actor })).body).toMatchObject({
    loans: [{ barcode: copy.barcode, renewals: 1, state: 'open' }],
  });
  expect(await checkedIn(copy.barcode, 'elm.main', '2026-04-01T11:00:00.000Z')).toMatchObject({
    status: 200,
    body: { next: { step: 'send', branchId: 'ash.main', forHold: false }, loanClosed: true, warnings: [] },
  });
  const coming = await call(transits, { actor: desk('ash.main'), path: { branchId: 'ash.main' } });
  expect(coming.body).toMatchObject({ items: [{ itemId: copy.itemId, from: 'elm.main', state: 'in-transit' }] });
  expect(await checkedIn(copy.barcode, 'ash.main', '2026-04-03T11:00:00.000Z')).toMatchObject({
    body: { next: { step: 'shelve', branchId: 'ash.main' }, loanClosed: false },
  });
  expect(await countersOf(table, patronId)).toEqual({ loans: 0, holds: 0, owed: 0, perGroup: {} });
  const after = await call(transits, { actor: desk('ash.main'), path: { branchId: 'ash.main' } });
  expect(after.body).toEqual({ items: [] });
});

test('C7 a hold placed from cedar pages ash’s copy, which travels, waits on cedar’s shelf and is lent there', async () => {
  const { card, patronId, actor } = await aBorrower(table);
  const copy = await aCopy(table);
  const placed = await call(placeHold.using(at(monday)), {
    actor,
    body: { recordId: copy.recordId, pickupBranch: 'cedar.main' },
  });
  expect(placed).toMatchObject({ status: 201, body: { hold: { state: 'placed', place: 1 } } });
  await targetHolds(table, copy.recordId ?? '', Date.parse(monday));
  const wanted = await call(pullList, { actor: desk('ash.main'), path: { branchId: 'ash.main' } });
  expect(wanted.body).toMatchObject({ items: [{ itemId: copy.itemId, state: 'paged', pickupBranch: 'cedar.main' }] });
  expect(await checkedIn(copy.barcode, 'ash.main', '2026-03-03T11:00:00.000Z')).toMatchObject({
    body: { next: { step: 'send', branchId: 'cedar.main', forHold: true } },
  });
  expect(await checkedIn(copy.barcode, 'cedar.main', '2026-03-04T11:00:00.000Z')).toMatchObject({
    body: { next: { step: 'hold-shelf', branchId: 'cedar.main', forHold: true } },
  });
  const shelf = await call(holdShelf, { actor: desk('cedar.main'), path: { branchId: 'cedar.main' } });
  expect(shelf.body).toMatchObject({ items: [{ itemId: copy.itemId, shelfExpiresAt: '2026-03-11T22:59:59.000Z' }] });
  expect((await call(myHolds, { actor })).body).toMatchObject({ holds: [{ state: 'on-shelf' }] });
  const lent = await call(checkOut.using(at('2026-03-05T11:00:00.000Z')), {
    actor: desk('cedar.main'),
    body: { branchId: 'cedar.main', item: copy.barcode, patron: card },
  });
  expect(lent.status).toBe(201);
  expect(await countersOf(table, patronId)).toEqual({ loans: 1, holds: 0, owed: 0, perGroup: {} });
  expect((await call(myHolds, { actor })).body).toEqual({ holds: [] });
});

test('C57 a copy that waits for one patron is not lent to another, and C8 a hold cancelled in transit does not shelve it', async () => {
  const waiting = await aBorrower(table);
  const other = await aBorrower(table);
  const copy = await aCopy(table);
  const place = { recordId: copy.recordId, pickupBranch: 'cedar.main' };
  const { body } = await call(placeHold.using(at(monday)), { actor: waiting.actor, body: place });
  const { hold } = body as { hold: { holdId: string; recordId: string } };
  await checkedIn(copy.barcode, 'ash.main', '2026-03-03T11:00:00.000Z');
  const refused = await call(checkOut.using(at('2026-03-03T12:00:00.000Z')), {
    actor: desk('ash.main'),
    body: { branchId: 'ash.main', item: copy.barcode, patron: other.card },
  });
  expect(refused).toMatchObject({ status: 409, body: { code: 'item-held-for-another' } });
  const path = { recordId: hold.recordId, holdId: hold.holdId };
  expect(await call(cancelHold, { actor: other.actor, path, body: {} })).toMatchObject({ status: 404 });
  // The desk of a library that is not involved.
  const elsewhere = { actor: desk('elm.main'), path, body: { branchId: 'elm.main' } };
  expect(await call(cancelHold, elsewhere)).toMatchObject({ status: 404, body: { code: 'unknown-hold' } });
  expect(await call(cancelHold, { actor: waiting.actor, path, body: {} })).toMatchObject({
    status: 200,
    body: { hold: { state: 'cancelled' } },
  });
  expect(await countersOf(table, waiting.patronId)).toMatchObject({ holds: 0 });
  expect(await checkedIn(copy.barcode, 'cedar.main', '2026-03-04T11:00:00.000Z')).toMatchObject({
    body: { next: { step: 'send', branchId: 'ash.main', forHold: false } },
  });
});
