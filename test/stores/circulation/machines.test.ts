import { handler as getItem } from '../../../functions/catalogue/operations/get-item/handler.ts';
import { handler as chargeFee } from '../../../functions/circulation/operations/charge-fee/handler.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as payBill } from '../../../functions/circulation/operations/pay-bill/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import { handler as renew } from '../../../functions/circulation/operations/renew/handler.ts';
import { handler as showStatus } from '../../../functions/circulation/operations/show-status/handler.ts';
import { handler as setContact } from '../../../functions/patrons/operations/set-my-contact/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { systemIds } from '../../../layers/platform/runtime/ids.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, at, selfCheckAt } from '../../builders/lending.ts';
import { aPatron, patron as patronActor, staffAt } from '../../builders/people.ts';

const monday = '2026-03-02T11:00:00.000Z';
const inTwoWeeks = '2026-03-16T11:00:00.000Z';
const branchId = 'birch.east';
const actor = selfCheckAt(branchId);
const PIN = '482615';
let table: Table;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await aConsortium(table);
});

const asks = (handler: OperationHandler, body: object, when = monday, key = systemIds.secret()) =>
  call(handler.using(at(when)), { actor, body: { branchId, ...body }, headers: { 'idempotency-key': key } });
const someone = () =>
  aPatron(table, { homeBranch: 'cedar.main', pin: PIN, patronId: systemIds.next('patron', Date.parse(monday)) });

test('a self-check serves a card from greeting to receipt: status, item, checkout, renewal, fee, check-in', async () => {
  const { patronId, card: patron } = await someone();
  const { barcode: item, recordId } = await aCopy(table);
  const greeting = { homeMember: 'cedar', category: 'adult', card: 'good', mayBorrow: true, reasons: [] };
  expect((await asks(showStatus, { patron })).body).toEqual({ ...greeting, pin: 'not-given' });
  expect((await asks(showStatus, { patron, pin: PIN })).body).toEqual({
    ...{ ...greeting, pin: 'right' },
    own: {
      name: { family: 'Okafor', given: 'Amara' },
      ...{ loans: [], overdue: 0, holds: [], ready: 0, bills: [], owed: [], accrued: [] },
      ...{
        expiresOn: expect.any(String),
        limits: { loans: expect.any(Number), holds: expect.any(Number) },
        contact: { email: 'amara.okafor@example.org' },
      },
    },
  });

  const path = { barcode: item };
  expect(await call(getItem.using(at(monday)), { actor, path })).toMatchObject({
    status: 200,
    body: { branchId: 'ash.main', category: 'book', state: 'available', recordId },
  });
  expect(await asks(checkOut, { item, patron })).toMatchObject({ status: 201, body: { loan: { barcode: item } } });
  const renewed = await asks(renew, { item }, inTwoWeeks);
  expect(renewed).toMatchObject({ status: 200, body: { due: '2026-04-13T21:59:59.000Z' } });
  const lent = await asks(showStatus, { patron, pin: PIN }, '2026-04-20T11:00:00.000Z');
  expect(lent.body).toMatchObject({ own: { loans: [{ barcode: item, renewals: 1 }], overdue: 1 } });

  const reader = await aBorrower(table);
  await call(placeHold.using(at(monday)), {
    actor: reader.actor,
    body: { recordId, pickupBranch: branchId, wait: true },
  });
  // Sort bin, alert and the hold's pickup branch come from `next`; no machine receives the patron of the hold.
  const back = await asks(checkIn, { item }, '2026-04-20T11:30:00.000Z');
  expect(back).toMatchObject({
    body: { loanClosed: true, next: { step: 'hold-shelf', branchId, forHold: true }, fine: { currency: 'EUR' } },
  });
  expect(JSON.stringify(back.body)).not.toMatch(new RegExp(`${patronId}|${reader.patronId}|${reader.card}`));
});

test('the card alone shows how many loans and fees there are to a machine client that may count only, and nothing more', async () => {
  const { card: patron } = await someone();
  const { barcode: item } = await aCopy(table);
  await asks(checkOut, { item, patron });
  expect((await asks(showStatus, { patron })).body).not.toHaveProperty('counts');
  const counting = { ...selfCheckAt(branchId), scopes: ['self-check', 'card-counts'] } as typeof actor;
  const shown = async (more: object) =>
    (await call(showStatus.using(at(monday)), { actor: counting, body: { branchId, patron, ...more } })).body;
  const counts = { loans: 1, overdue: 0, holds: 0, ready: 0, bills: 0 };
  expect(await shown({})).toMatchObject({ pin: 'not-given', counts });
  expect(await shown({})).not.toHaveProperty('own');
  expect(await shown({ pin: '111999' })).not.toHaveProperty('counts');
});

test('a self-check greets with the name that the patron uses, not with the legal one', async () => {
  const { patronId, card: patron } = await someone();
  const usedName = { family: 'Okafor', given: 'Amy' };
  const set = { actor: patronActor(patronId, 'cedar'), body: { usedName } };
  expect((await call(setContact.using(at(monday)), set)).status).toBe(200);
  const { body } = await asks(showStatus, { patron, pin: PIN });
  expect(body).toMatchObject({ own: { name: usedName } });
  expect(JSON.stringify(body)).not.toContain('Amara');
});

test('a fee is paid once under the machine’s own transaction id, however often it is sent', async () => {
  const { card: patron } = await someone();
  const fee = { branchId: 'birch.east', patron, fee: 'damaged-item', amount: 700 };
  await call(chargeFee.using(at(monday)), { actor: staffAt('birch.east', 'desk'), body: fee });
  const { body } = await asks(showStatus, { patron, pin: PIN });
  const { own } = body as { own: { bills: { billId: string; open: number }[]; owed: object[] } };
  expect(own.owed).toEqual([{ amount: 700, currency: 'EUR' }]);
  const payment = { patron, billId: own.bills[0]?.billId, amount: 500, means: 'card' };
  const first = await asks(payBill, payment, monday, 'machine-4711');
  expect(first).toMatchObject({ status: 201, body: { paid: 500, owed: 200 } });
  expect(await asks(payBill, payment, monday, 'machine-4711')).toEqual(first);
  expect((await asks(showStatus, { patron, pin: PIN })).body).toMatchObject({ own: { bills: [{ open: 200 }] } });
});

test('money for a card pays its open bills, oldest first, and shows a machine no item', async () => {
  const { card: patron } = await someone();
  const payment = { patron, amount: 300, currency: 'EUR', means: 'card' };
  expect(await asks(payBill, payment)).toMatchObject({ status: 404, body: { code: 'unknown-bill' } });
  const fee = { branchId: 'birch.east', patron, fee: 'damaged-item', amount: 200 };
  const desk = staffAt('birch.east', 'desk');
  for (const when of [monday, inTwoWeeks])
    await call(chargeFee.using(at(when)), { actor: desk, body: fee, headers: { 'idempotency-key': when } });
  expect(await asks(payBill, { ...payment, amount: 401 })).toMatchObject({ body: { code: 'more-than-open' } });
  const paid = await asks(payBill, payment);
  expect(paid).toMatchObject({ status: 201, body: { paid: 300, owed: 100, bills: [{ open: 0 }, { open: 100 }] } });
  expect(JSON.stringify(paid.body)).not.toContain('itemId');
});

test('a wrong PIN reveals nothing of the patron, and locks the card as at sign-in', async () => {
  const { card: patron } = await someone();
  const wrong = () => asks(showStatus, { patron, pin: '111999' });
  const { body } = await wrong();
  expect(body).toMatchObject({ pin: 'wrong', mayBorrow: true });
  expect(body).not.toHaveProperty('own');
  const statuses = [];
  for (let i = 0; i < 12; i += 1) statuses.push((await wrong()).status);
  expect(statuses.at(-1)).toBe(423);
  expect((await asks(showStatus, { patron, pin: PIN })).status).toBe(423);
});

test('the reasons against a loan are returned as codes; a machine acts at its own branch only, and by cards, not ids', async () => {
  const { card, patronId } = await aBorrower(table, { expiresOn: '2026-01-31' });
  expect((await asks(showStatus, { patron: card })).body).toMatchObject({
    ...{ card: 'expired', mayBorrow: false, reasons: ['card-expired'] },
  });
  expect((await asks(showStatus, { patron: patronId })).status).toBe(404);
  const elsewhere = { branchId: 'ash.main' };
  const payment = { ...elsewhere, patron: card, billId: 'bil_1', amount: 1 };
  const answers = [
    await asks(showStatus, { ...elsewhere, patron: card }),
    await asks(checkOut, { ...elsewhere, patron: card, item: '3' }),
    await asks(checkIn, { ...elsewhere, item: '3' }),
    await asks(payBill, payment),
  ];
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
});
