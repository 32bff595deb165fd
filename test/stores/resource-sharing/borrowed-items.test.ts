import { readRecord } from '../../../functions/catalogue/data/union-record.ts';
import { touchedBy } from '../../../functions/catalogue/domain/index/changes.ts';
import { handler as getItem } from '../../../functions/catalogue/operations/get-item/handler.ts';
import { handler as getRecord } from '../../../functions/catalogue/operations/get-record/handler.ts';
import { handler as getSource } from '../../../functions/catalogue/operations/get-source-record/handler.ts';
import { keys as catalogueKeys } from '../../../functions/catalogue/public/keys.ts';
import { sourceStore } from '../../../functions/catalogue/public/source-store.ts';
import { documentOf } from '../../../functions/catalogue/use-cases/rebuild-documents.ts';
import { handler as listMyBills } from '../../../functions/circulation/operations/list-my-bills/handler.ts';
import { handler as listMyHolds } from '../../../functions/circulation/operations/list-my-holds/handler.ts';
import { handler as listMyLoans } from '../../../functions/circulation/operations/list-my-loans/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import { handler as scanBox } from '../../../functions/circulation/operations/scan/handler.ts';
import { handler as getPage } from '../../../functions/discovery/operations/get-record/handler.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { call } from '../../builders/call.ts';
import { aBorrower, aCopy, at, countersOf, selfCheckAt } from '../../builders/lending.ts';
import { type LoansAtDesks, loansAtDesks } from '../../builders/loans-at-desks.ts';
import { staffAt } from '../../builders/people.ts';
import { scanAll } from '../../builders/scan-all.ts';
import '../../builders/loan-machine.ts';

const DUE = '2026-04-10T21:59:59.000Z';
let world: LoansAtDesks;
beforeAll(async () => {
  process.env.BUCKET_NAME = 'bucket';
  world = await loansAtDesks();
});
beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});

/** Creates a patron of cedar whose request an outside library has shipped. */
const shipped = async (loaned: Record<string, unknown> = {}) => {
  const patron = await aBorrower(world.table);
  const requestId = await world.outside.wanted(patron.patronId);
  await world.sharing.round(requestId);
  await world.outside.says(requestId, 'WillSupply');
  await world.outside.says(requestId, 'Loaned', { due: DUE, ...loaned });
  return { patron, requestId };
};

let labels = 70_000_000;
const label = () => {
  labels += 1;
  return String(labels);
};

const received = async (loaned: Record<string, unknown> = {}, barcode = label()) => {
  const outside = await shipped(loaned);
  const answer = await world.sharing.step('receive', outside.requestId, 'cedar.main', { barcode });
  expect(answer).toMatchObject({ status: 200 });
  const notices = await world.settle();
  const { itemId = '' } = (await world.outside.load(outside.requestId)) ?? {};
  const item = await world.item(itemId);
  if (!item) throw new Error('It was received and is not there.');
  return { ...outside, itemId, item, notices, barcode: answer.view.barcode ?? '' };
};

const furtherStep = (requestId: string, step: string) => world.sharing.step('step', requestId, 'cedar.main', { step });

const lent = async (loaned: Record<string, unknown> = {}) => {
  const borrowed = await received(loaned);
  expect(await world.lend('cedar.main', borrowed.barcode, borrowed.patron.card)).toMatchObject({ status: 201 });
  return borrowed;
};

const sentBack = async (borrowed: { requestId: string; barcode: string }) => {
  await world.scan('cedar.main', borrowed.barcode);
  const { barcode } = borrowed;
  const sent = await world.sharing.step('send-home', borrowed.requestId, 'cedar.main', { barcode });
  expect(sent).toMatchObject({ status: 200, view: { status: { state: 'shipped-back' } } });
  await world.settle();
};

// A watch on a loan that has ended finds nothing, and expires; requests and bills keep their data.
const RETAINED = ['loanRequest', 'loanRequestAsk', 'loanRequestStep', 'patronBill', 'scheduledCheck'];

/** Returns the rows that still refer to a borrowed item: by its id, its record's or its source's. */
const dangling = async ({ item }: { item: { itemId: string; recordId?: string; sourceId: string; barcode: string } }) =>
  (await scanAll((world.table as typeof world.table & { name: string }).name))
    .filter(({ entity }) => !RETAINED.includes(String(entity)))
    .filter((row) => {
      const text = JSON.stringify(row);
      return [item.itemId, item.recordId ?? '-', item.sourceId, `"BARCODE#${item.barcode}"`].some((id) =>
        text.includes(id),
      );
    })
    .map(({ entity }) => entity);

const as = (actor: Actor, handler: OperationHandler, more = {}) =>
  call(handler.using(at(world.sharing.instant())), { actor, ...more });

test('it is on the hold shelf under its own label, its patron is notified, and no one else gets it until the lender’s day', async () => {
  const { item, patron, barcode, notices, requestId } = await received();
  expect(item).toMatchObject({
    ...{ state: 'on-hold-shelf', memberId: 'cedar', branchId: 'cedar.main', category: 'interlibrary-loan' },
    ...{ request: { requestId, borrowed: true }, hold: { holdId: requestId, patronId: patron.patronId } },
  });
  expect(notices.map((body) => JSON.parse(body).kind)).toEqual(['hold-ready']);
  expect((await as(patron.actor, listMyHolds)).body).toMatchObject({ holds: [{ title: 'The book of tea' }] });
  const other = await aBorrower(world.table);
  const refused = await world.lend('cedar.main', barcode, other.card);
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([
    409,
    expect.stringContaining('item-held-for-another'),
  ]);
  expect(await world.lend('cedar.main', barcode, patron.card)).toMatchObject({
    status: 201,
    body: { loan: { due: DUE } },
  });
  expect((await as(patron.actor, listMyLoans)).body).toMatchObject({ loans: [{ title: 'The book of tea', due: DUE }] });
  expect(await countersOf(world.table, patron.patronId)).toMatchObject({ loans: 1, holds: 0 });
  expect(await world.state(requestId)).toEqual(['lent', 'on-loan']);
});

test('received twice, or concurrently, it is one item', async () => {
  const { requestId } = await shipped();
  const body = { barcode: label() };
  const receive = () => world.sharing.step('receive', requestId, 'cedar.main', body);
  const answers = await Promise.all([receive(), receive(), receive()]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await receive()).toMatchObject({ status: 200, view: { barcode: body.barcode } });
  const { name } = world.table as typeof world.table & { name: string };
  const items = (await scanAll(name, 'item')).filter((row) => String(row.request).startsWith(requestId));
  expect(items).toHaveLength(1);
  await world.settle();
});

test('without a barcode, or with one of an item here, it gets a new label; the lender’s number is not binding', async () => {
  const copy = await aCopy(world.table);
  for (const [stated, scanned] of [
    [undefined, undefined],
    [undefined, copy.barcode],
    [copy.barcode, undefined],
  ]) {
    const { requestId } = await shipped(stated === undefined ? {} : { barcode: stated });
    const body = scanned === undefined ? {} : { barcode: scanned };
    const answer = await world.sharing.step('receive', requestId, 'cedar.main', body);
    expect(answer.view.barcode).toBe(`ILL${requestId.slice(-10).toUpperCase()}`);
    await world.settle();
  }
  const { requestId } = await shipped({ barcode: 'LENDERS-1' });
  const other = label();
  const answer = await world.sharing.step('receive', requestId, 'cedar.main', { barcode: other });
  expect(answer).toMatchObject({ status: 200, view: { barcode: other } });
  await world.settle();
});

test('no interface shows its record: not the index, the catalogue, the page, other members, nor a new hold', async () => {
  const { item, patron } = await received();
  const { recordId = '', sourceId, barcode } = item;
  const row = await world.table.get(catalogueKeys.key('record', { recordId }), { strong: true });
  for (const entity of ['record', 'source'] as const) {
    const image = await world.table.get(catalogueKeys.key(entity, { recordId, sourceId }), { strong: true });
    expect(image).toBeDefined();
    expect(touchedBy({ before: undefined, after: image })).toEqual([]);
    expect(touchedBy({ before: image, after: undefined })).toEqual([]);
  }
  const description = await world.table.get(catalogueKeys.key('itemDescription', item), { strong: true });
  expect(touchedBy({ before: undefined, after: description })).toEqual([]);
  const indexing = { table: world.table, sources: sourceStore(world.table), now: 0 };
  expect(await documentOf(indexing, readRecord(row))).toBeUndefined();
  const cataloguer = staffAt('cedar', 'cataloguer');
  for (const actor of [cataloguer, patron.actor]) {
    expect(await as(actor, getPage, { path: { recordId } })).toMatchObject({ status: 404 });
    expect(await as(actor, getRecord, { path: { recordId } })).toMatchObject({ status: 404 });
  }
  expect(await as(cataloguer, getSource, { path: { sourceId } })).toMatchObject({ status: 404 });
  expect(await as(staffAt('birch', 'cataloguer'), getItem, { path: { barcode } })).toMatchObject({ status: 404 });
  const other = await aBorrower(world.table);
  const held = await as(other.actor, placeHold, { body: { recordId, pickupBranch: 'cedar.main' } });
  expect(held.status).toBe(404);
});

test('an item for use in the library only is lent for that, at a desk that confirms it, until the end of the day', async () => {
  const { barcode, patron, requestId } = await received({ terms: { conditions: ['LibraryUseOnly'] } });
  const desk = { actor: staffAt('cedar.main', 'desk'), body: { branchId: 'cedar.main', scan: barcode } };
  const seen = await call(scanBox.using(at(world.sharing.instant())), desk);
  expect(seen.body).toMatchObject({ item: { conditions: ['LibraryUseOnly'] } });
  const refused = await world.lend('cedar.main', barcode, patron.card);
  expect(refused).toMatchObject({ status: 409, body: { code: 'library-use-only' } });
  const { handler: checkOut } = await import('../../../functions/circulation/operations/check-out/handler.ts');
  const body = { branchId: 'cedar.main', item: barcode, patron: patron.card, inLibrary: true };
  const machine = await call(checkOut.using(at(world.sharing.instant())), { actor: selfCheckAt('cedar.main'), body });
  expect(machine).toMatchObject({ status: 409, body: { code: 'library-use-only' } });
  const here = await world.lend('cedar.main', barcode, patron.card, { inLibrary: true });
  expect(here.status).toBe(201);
  const { loan } = here.body as { loan: { due: string; checkedOutAt: string } };
  expect(Date.parse(loan.due) - Date.parse(loan.checkedOutAt)).toBeLessThan(24 * 3_600_000);
  expect(await world.state(requestId)).toEqual(['lent', 'on-loan']);
  await sentBack({ requestId, barcode });
});

test('a renewal is requested from the lender, whose consent moves the due date and whose refusal does not', async () => {
  const { barcode, itemId, patron, requestId } = await lent();
  const { handler: renew } = await import('../../../functions/circulation/operations/renew/handler.ts');
  const ask = (idempotency: string) =>
    as(patron.actor, renew, { body: { item: barcode }, headers: { 'idempotency-key': idempotency } });
  expect(await ask('one')).toMatchObject({ status: 200, body: { due: DUE, asked: true } });
  expect(await ask('one')).toMatchObject({ status: 200, body: { due: DUE, asked: true } });
  expect(await world.state(requestId)).toEqual(['renewal-asked', 'renewal-asked']);
  const due = '2026-05-08T21:59:59.000Z';
  await world.outside.says(requestId, 'Renewed', { due, barcode: 'THEIR-NUMBER', itemId: 'THEIRS' });
  expect(await world.outside.load(requestId)).toMatchObject({ itemId, barcode, due });
  expect(await world.item(itemId)).toMatchObject({ loan: { due, renewals: 1 } });
  // The same request again asks no supplier a second time.
  expect(await ask('one')).toMatchObject({ status: 200, body: { due: DUE, asked: true } });
  expect(await world.state(requestId)).toEqual(['lent', 'on-loan']);
  expect(await ask('two')).toMatchObject({ status: 200, body: { due, asked: true } });
  await world.outside.says(requestId, 'RenewRefused');
  expect(await world.item(itemId)).toMatchObject({ loan: { due, renewals: 1 } });
  await world.settle();
});

test('a recall shortens the loan and notifies the patron; on the shelf it ends the wait', async () => {
  const { itemId, requestId, barcode } = await lent();
  await world.outside.says(requestId, 'Recalled');
  const notices = await world.settle();
  const { loan } = (await world.item(itemId)) ?? {};
  expect(loan?.recalledAt).toEqual(expect.any(String));
  expect(Date.parse(loan?.due ?? DUE)).toBeLessThan(Date.parse(DUE));
  expect(notices.map((body) => JSON.parse(body).kind)).toEqual(['recall']);
  await sentBack({ requestId, barcode });

  const waiting = await received();
  await world.outside.says(waiting.requestId, 'Recalled');
  const kinds = (await world.settle()).map((body) => JSON.parse(body).kind);
  expect(kinds).toEqual(['hold-ended']);
  const refused = await world.lend('cedar.main', waiting.barcode, waiting.patron.card);
  expect(JSON.stringify(refused.body)).toContain('lent-between-libraries');
  expect((await world.scan('cedar.main', waiting.barcode)).body).toMatchObject({ next: { because: 'back-outside' } });
  const sent = await world.sharing.step('send-home', waiting.requestId, 'cedar.main');
  expect(sent).toMatchObject({ status: 200, view: { status: { state: 'shipped-back' } } });
  await world.settle();
  expect(await countersOf(world.table, waiting.patron.patronId)).toMatchObject({ loans: 0, holds: 1 });
  await world.outside.says(waiting.requestId, 'LoanCompleted');
  expect(await countersOf(world.table, waiting.patron.patronId)).toMatchObject({ loans: 0, holds: 0 });
  await world.settle();
});

test('when the lender has it back no row remains, and its number is free', async () => {
  const borrowed = await lent();
  await sentBack(borrowed);
  expect(await world.item(borrowed.itemId)).toMatchObject({ state: 'in-transit' });
  await world.outside.says(borrowed.requestId, 'LoanCompleted');
  expect(await world.item(borrowed.itemId)).toMatchObject({ state: 'withdrawn' });
  await world.settle();
  expect(await dangling(borrowed)).toEqual([]);
  expect(await world.state(borrowed.requestId)).toEqual(['completed', 'completed']);
  expect(await countersOf(world.table, borrowed.patron.patronId)).toMatchObject({ loans: 0, holds: 0 });
  const again = await received({}, borrowed.barcode);
  expect(again.barcode).toBe(borrowed.barcode);
});

test('the bill of a fine or a loss keeps the title of an item that is no longer here', async () => {
  const late = await lent();
  world.sharing.later(60 * 24 * 60);
  const { fine } = (await world.scan('cedar.main', late.barcode)).body as { fine: { amount: number } };
  expect(fine.amount).toBeGreaterThan(0);
  await world.sharing.step('send-home', late.requestId, 'cedar.main');
  await world.outside.says(late.requestId, 'LoanCompleted');
  await world.settle();
  expect(await dangling(late)).toEqual([]);
  expect((await as(late.patron.actor, listMyBills)).body).toMatchObject({
    bills: [{ kind: 'overdue', open: fine.amount, title: 'The book of tea' }],
  });

  const lost = await lent({ due: '2026-07-10T21:59:59.000Z' });
  expect(await world.desk('declare-lost', 'cedar.main', { item: lost.barcode })).toMatchObject({ status: 200 });
  await world.settle();
  expect(await world.state(lost.requestId)).toEqual(['lost', 'lost']);
  await world.outside.says(lost.requestId, 'CompletedWithoutReturn');
  expect(await world.state(lost.requestId)).toEqual(['replacement-claimed', 'closed-lost']);
  expect(await furtherStep(lost.requestId, 'refuse-cost')).toMatchObject({ status: 200 });
  await world.settle();
  expect(await world.state(lost.requestId)).toEqual(['closed-lost', 'closed-lost']);
  expect(await dangling(lost)).toEqual([]);
  expect((await as(lost.patron.actor, listMyBills)).body).toMatchObject({
    bills: [{ kind: 'lost', open: 3000, title: 'The book of tea' }],
  });
  expect(await countersOf(world.table, lost.patron.patronId)).toMatchObject({ loans: 0, owed: 3000 });
});

test('an item that the patron returned directly is completed when staff confirm the lender’s message', async () => {
  const borrowed = await lent({ due: '2026-08-10T21:59:59.000Z' });
  await world.outside.says(borrowed.requestId, 'LoanCompleted');
  await world.settle();
  expect(await world.state(borrowed.requestId)).toEqual(['lent', 'completed']);
  expect(await countersOf(world.table, borrowed.patron.patronId)).toMatchObject({ loans: 1 });
  expect(await furtherStep(borrowed.requestId, 'confirm-home')).toMatchObject({ status: 200 });
  await world.settle();
  expect(await dangling(borrowed)).toEqual([]);
  expect(await countersOf(world.table, borrowed.patron.patronId)).toMatchObject({ loans: 0, holds: 0, owed: 0 });
});
