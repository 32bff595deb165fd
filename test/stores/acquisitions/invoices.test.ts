import { fundStore } from '../../../functions/acquisitions/data/fund-store.ts';
import { invoiceStore } from '../../../functions/acquisitions/data/invoice-store.ts';
import { orderStore } from '../../../functions/acquisitions/data/order-store.ts';
import type { Invoice } from '../../../functions/acquisitions/domain/invoice.ts';
import type { Order } from '../../../functions/acquisitions/domain/order.ts';
import { handler as exportPayments } from '../../../functions/acquisitions/operations/export-payments/handler.ts';
import { handler as listInvoices } from '../../../functions/acquisitions/operations/list-invoices/handler.ts';
import { handler as moveMoney } from '../../../functions/acquisitions/operations/move-money/handler.ts';
import { handler as setFund } from '../../../functions/acquisitions/operations/set-fund/handler.ts';
import { handler as setVendor } from '../../../functions/acquisitions/operations/set-vendor/handler.ts';
import { handler as setYear } from '../../../functions/acquisitions/operations/set-year/handler.ts';
import { handler as showInvoice } from '../../../functions/acquisitions/operations/show-invoice/handler.ts';
import { handler as stepInvoice } from '../../../functions/acquisitions/operations/step-invoice/handler.ts';
import { handler as stepOrder } from '../../../functions/acquisitions/operations/step-order/handler.ts';
import { handler as writeInvoice } from '../../../functions/acquisitions/operations/write-invoice/handler.ts';
import { handler as writeOrder } from '../../../functions/acquisitions/operations/write-order/handler.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { call } from '../../builders/call.ts';
import { DEPLOYED_RESOURCES } from '../../builders/deployed-resources.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';

const [memberId, year] = ['cedar', '2026'];
const finance = staffAt(memberId, 'member-finance');
const buyer = staffAt(memberId, 'acquisitions');
const both = staffAt(memberId, 'acquisitions', 'member-finance');
const approver = { ...finance, id: 'stf_approver' } as Actor;
const NOON = '2026-10-21T12:00:00.000Z';
const limits = { encumbrance: 100, expenditure: 100, warning: 80 };
const terms = {
  ...{ name: '2026', firstDay: '2026-01-01', lastDay: '2026-12-31', timeZone: 'America/New_York', currency: 'USD' },
  ...{ orderGraceDays: -14, invoiceGraceDays: 60, approvalAbove: 50_000, close: false, v: 0 },
};
const vendor = { name: 'Midwest Library Books', discount: 0, claimAfterDays: 45, isActive: true, v: 0 };
const price = { electronic: 0, electronicPrice: 0, discount: 0, tax: 0, added: 0 };
let table: Table;
let number = 0;

type Asked = { actor?: Actor; path?: object; query?: Record<string, string>; body?: object; when?: string };
type Row = Invoice & { differs: string[]; text: string };
type Shown = Invoice & {
  code?: string;
  errors?: unknown;
  invoice: Invoice;
  invoices: Row[];
  matches: object[];
  orders: object[];
};
const ask = async (handler: OperationHandler, { when = NOON, path, ...asked }: Asked) => {
  const { status, body } = await call(handler.using(at(when)), { actor: both, path: { memberId, ...path }, ...asked });
  // Answers of several operations, of which each test names what it looks at.
  return { status, body: body as Shown };
};
const order = async (amount: number, printed = 1, received = printed, fund = 'ADULT'): Promise<Order> => {
  const lines = [
    { title: 'Emma', price: { ...price, printed, printedPrice: amount }, shares: [{ fund, percent: 10_000 }] },
  ];
  const written = await ask(writeOrder, { actor: buyer, body: { year, vendor: 'MIDWEST', lines, v: 0 } });
  const { orderId } = written.body as unknown as Order;
  const step = async (asked: object, v: number) =>
    (await ask(stepOrder, { actor: buyer, path: { orderId }, body: { step: asked, v } })).body as unknown as Order;
  const placed = await step({ act: 'place' }, 1);
  const open =
    placed.state === 'waiting'
      ? ((await ask(stepOrder, { actor: approver, path: { orderId }, body: { step: { act: 'approve' }, v: placed.v } }))
          .body as unknown as Order)
      : placed;
  return received === 0 ? open : step({ act: 'receive', line: 1, copies: received }, open.v);
};
const forOrder = ({ orderId }: Pick<Order, 'orderId'>, copies: number, amount: number, releases?: true) => ({
  ...{ text: 'Emma', copies, price: amount, taxRate: 0 },
  order: { orderId, line: 1, ...(releases && { releases }) },
});
const own = (amount: number, fund = 'ADULT') => ({
  ...{ text: 'A map', copies: 1, price: amount, taxRate: 0, shares: [{ fund, percent: 10_000 }] },
});
const write = (lines: object[], body: object = {}, more: Partial<Asked> = {}) => {
  number += 1;
  const stated = { year, vendor: 'MIDWEST', number: `INV ${number}`, date: '2026-10-20', taxIncluded: false };
  return ask(writeInvoice, { body: { ...stated, adjustments: [], lines, v: 0, ...body }, ...more });
};
const entered = async (lines: object[], body: object = {}): Promise<Invoice> => (await write(lines, body)).body;
const step = ({ invoiceId, v }: Pick<Invoice, 'invoiceId' | 'v'>, asked: object, more: Partial<Asked> = {}) =>
  ask(stepInvoice, { path: { invoiceId }, body: { step: asked, v }, ...more });
const pay = { act: 'pay', on: '2026-10-22', reference: 'Transfer 17' };
const levels = async (code = 'ADULT') => (await fundStore(table).levels({ memberId, year }, code)) ?? [];
/** What is encumbered, awaits payment, is paid and credited, of the fund and the one above it. */
const figures = async (code = 'ADULT') =>
  (await levels(code)).map(({ amounts: { whole } }) => [
    whole.encumbered,
    whole.awaiting,
    whole.expended,
    whole.credits,
  ]);
const twice = (...of: number[]) => [of, of];
const setFundState = (code: string, state: string, edition: number, parent?: string) =>
  ask(setFund, {
    ...{ actor: finance, path: { year, code } },
    body: { name: code, state, limits, edition, ...(parent !== undefined && { parent }) },
  });

beforeAll(() => {
  process.env.DEPLOYED_RESOURCES = DEPLOYED_RESOURCES;
});
beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  const member = { type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false, memberSince: '2020-01-01' };
  await memberStore(table).create({ memberId, name: 'Cedar', ...member }, '2025-01-01T00:00:00.000Z');
  await ask(setYear, { actor: finance, path: { year }, body: terms });
  for (const [code = '', parent] of [['BOOKS'], ['ADULT', 'BOOKS'], ['SERIALS']])
    await setFundState(code, 'active', 0, parent);
  for (const to of ['ADULT', 'SERIALS'])
    await ask(moveMoney, { actor: finance, path: { year }, body: { kind: 'allocation', to, amount: 100_000 } });
  await ask(setVendor, { actor: buyer, path: { code: 'MIDWEST' }, body: vendor });
});

test('an invoice of a received order is approved and paid: its money is spent and no longer encumbered', async () => {
  const placed = await order(2_000, 9);
  const invoice = await entered([forOrder(placed, 9, 2_000)], {
    adjustments: [{ text: 'Shipping', amount: 500, prorate: 'amount' }],
    lockTotal: 18_500,
  });
  expect([invoice.state, invoice.total, await figures()]).toEqual(['open', 18_500, twice(18_000, 0, 0, 0)]);
  const approved = (await step(invoice, { act: 'submit' }, { actor: buyer })).body;
  expect([approved.state, await figures()]).toEqual(['approved', twice(0, 18_500, 0, 0)]);
  expect((await orderStore(table).get(placed))?.lines[0]).toMatchObject({
    invoices: [{ invoiceId: invoice.invoiceId, number: invoice.number, copies: 9, amount: 18_500 }],
    encumbrances: [{ fund: 'ADULT', amount: 0 }],
  });
  expect((await step(approved, pay, { actor: buyer })).body.code).toBe('payers-only');
  const paid = (await step(approved, pay)).body;
  expect([paid.state, await figures()]).toEqual(['paid', twice(0, 0, 18_500, 0)]);
  expect(paid.steps.at(-1)).toMatchObject(pay);
  const [{ headroom } = { headroom: undefined }] = await levels();
  expect(headroom?.whole).toMatchObject({ available: 81_500, toOrder: 81_500, toInvoice: 81_500 });
  const closing = { step: { act: 'close', reason: 'Done' }, v: placed.v + 1 };
  const closed = await ask(stepOrder, { actor: buyer, path: { orderId: placed.orderId }, body: closing });
  expect(closed.body.state).toBe('closed');
});

test('A8 A9 an invoice above a limit of expenditure is refused whole with the fund, what it allows, and what was asked', async () => {
  const all = await order(99_000);
  const dear = await entered([forOrder(all, 1, 100_001)], { number: 'A' });
  const refused = await step(dear, { act: 'submit', reason: 'Agreed' }, {});
  expect(refused.body.state).toBe('reviewed');
  const over = await step(refused.body, { act: 'approve', reason: 'Agreed' }, { actor: approver });
  const money = (amount: number) => ({ amount, currency: 'USD' });
  const params = { fund: 'ADULT', most: money(100_000), limit: money(100_000), used: money(0), asked: money(100_001) };
  expect([over.status, over.body]).toMatchObject([409, { code: 'fund-overspent', errors: [{ params }] }]);
  expect([await figures(), await figures('SERIALS')]).toEqual([twice(99_000, 0, 0, 0), [[0, 0, 0, 0]]]);
  const most = (await step(await entered([own(49_500), own(49_500)]), { act: 'submit' })).body;
  expect((await step(most, { act: 'approve' }, { actor: approver })).body.state).toBe('approved');
  const two = await entered([own(700), own(800)]);
  expect((await step(two, { act: 'submit' })).body.code).toBe('fund-overspent');
  const answers = [await entered([own(700)]), await entered([own(800)])].map((one) => step(one, { act: 'submit' }));
  const [first, second] = await Promise.all(answers);
  expect([first?.status, second?.status].toSorted()).toEqual([200, 409]);
});

test('of 20 invoices approved at the same time as many are approved as the fund has money for', async () => {
  const invoices = await Promise.all(Array.from({ length: 20 }, () => entered([own(9_000)])));
  const submit = async (invoice: Invoice): Promise<number> => {
    for (;;) {
      const { status } = await step(invoice, { act: 'submit' });
      // Who lost too many conflicts is asked to come back.
      if (status !== 503) return status;
    }
  };
  const answers = await Promise.all(invoices.map(submit));
  expect([200, 409].map((code) => answers.filter((status) => status === code).length)).toEqual([11, 9]);
  expect(await figures()).toEqual(twice(0, 99_000, 0, 0));
});

test('A71 vouchers of invoices that are approved at the same time have no gap, and the same numbers in every file', async () => {
  const written: Invoice[] = [];
  for (let at = 0; at < 8; at += 1) written.push(await entered([own(100 + at)]));
  const approved = await Promise.all(
    written.map(async (invoice) => {
      for (;;) {
        const { status, body } = await step(invoice, { act: 'submit' });
        if (status !== 409) return body;
      }
    }),
  );
  const numbers = approved.map(({ vouchers }) => vouchers?.[0]?.number).toSorted();
  expect(numbers).toEqual(Array.from({ length: 8 }, (_, at) => `V2026-0000${at + 1}`));
  const file = async () => String((await ask(exportPayments, {})).body).split('\r\n');
  const saved = await file();
  expect(saved.slice(1, -1).map((row) => row.slice(0, 11))).toEqual(numbers);
  expect(await file()).toEqual(saved);
  const [one, other] = approved;
  if (!one || !other) throw new Error('No invoice was approved.');
  await step(one, pay);
  const ended = (await step(other, { act: 'cancel', reason: 'Sent twice' })).body;
  expect(ended.vouchers).toEqual(other.vouchers);
  expect(await file()).toHaveLength(saved.length - 2);
  const next = await step(await entered([own(900)]), { act: 'submit' });
  expect(next.body.vouchers).toEqual([{ number: 'V2026-00009', amount: 900 }]);
});

test('A60 two approvals and two payments at the same time post once, and the second is answered that it was done', async () => {
  const invoice = await entered([forOrder(await order(8_000), 1, 8_000)]);
  const approvals = await Promise.all([1, 2].map(() => step(invoice, { act: 'submit' })));
  expect(approvals.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(approvals.find(({ status }) => status === 409)?.body.code).toBe('already-approved');
  expect(await figures()).toEqual(twice(0, 8_000, 0, 0));
  const approved = approvals.find(({ status }) => status === 200)?.body ?? invoice;
  const payments = await Promise.all([1, 2].map(() => step(approved, pay)));
  expect(payments.map(({ body }) => body.code ?? body.state).toSorted()).toEqual(['already-paid', 'paid']);
  expect(await figures()).toEqual(twice(0, 0, 8_000, 0));
});

test('A30 an invoice of a withdrawn order is not approved, and an order with an approved invoice is not withdrawn', async () => {
  const bought = await order(1_000, 2, 0);
  const withdraw = (of: Order) =>
    ask(stepOrder, {
      actor: buyer,
      path: { orderId: of.orderId },
      body: { step: { act: 'withdraw', reason: 'x' }, v: of.v },
    });
  const invoice = await entered([forOrder(bought, 1, 1_000)]);
  const draft = (await withdraw(bought)).body as unknown as Order;
  const reasoned = { act: 'submit', reason: 'Paid before delivery' };
  expect([draft.state, (await step(invoice, reasoned)).body.code]).toEqual(['draft', 'order-not-placed']);
  expect(await figures()).toEqual(twice(0, 0, 0, 0));
  const placing = { actor: buyer, path: { orderId: draft.orderId }, body: { step: { act: 'place' }, v: draft.v } };
  await ask(stepOrder, placing);
  expect((await step(invoice, reasoned)).body.state).toBe('approved');
  const invoiced = await orderStore(table).get({ memberId, orderId: draft.orderId });
  if (!invoiced) throw new Error('The order is not there.');
  expect((await withdraw(invoiced)).body.code).toBe('order-underway');
});

test('two invoices of one order that are approved at the same time both count, and release no more than it encumbered', async () => {
  const placed = await order(1_000, 10);
  const invoices = await Promise.all([4, 6].map((copies) => entered([forOrder(placed, copies, 1_000)])));
  const answers = await Promise.all(invoices.map((one) => step(one, { act: 'submit' })));
  expect(answers.map(({ body }) => body.state)).toEqual(['approved', 'approved']);
  expect(await figures()).toEqual(twice(0, 10_000, 0, 0));
});

test('A61 an invoice of 300 lines whose last one has no money posts nothing, and too many funds are refused', async () => {
  const lines = [...Array.from({ length: 299 }, () => own(100)), own(100_001, 'SERIALS')];
  const waiting = (await step(await entered(lines), { act: 'submit' })).body;
  const refused = await step(waiting, { act: 'approve' }, { actor: approver });
  expect([waiting.state, refused.body.code]).toEqual(['reviewed', 'fund-overspent']);
  expect([await figures(), await figures('SERIALS')]).toEqual([twice(0, 0, 0, 0), [[0, 0, 0, 0]]]);
  const read = await invoiceStore(table).get({ memberId, invoiceId: waiting.invoiceId });
  expect([read?.state, read?.postings]).toEqual(['reviewed', []]);
  for (let at = 0; at < 16; at += 1) await setFundState(`F${at}`, 'active', 0);
  const of = (count: number) => write(Array.from({ length: count }, (_, at) => own(1, `F${at}`)));
  expect([(await of(15)).status, (await of(16)).body.code]).toEqual([201, 'too-many-postings']);
});

test('an invoice of 15 funds that are five deep is approved in one write', async () => {
  for (let at = 0; at < 15; at += 1)
    for (let deep = 0; deep < 5; deep += 1)
      await setFundState(`F${at}-${deep}`, 'active', 0, deep === 0 ? undefined : `F${at}-${deep - 1}`);
  for (let at = 0; at < 15; at += 1)
    await ask(moveMoney, { actor: finance, path: { year }, body: { kind: 'allocation', to: `F${at}-4`, amount: 100 } });
  const invoice = await entered(Array.from({ length: 15 }, (_, at) => own(100, `F${at}-4`)));
  expect((await step(invoice, { act: 'submit' })).body.state).toBe('approved');
  expect((await figures('F14-4')).map(([, awaiting]) => awaiting)).toEqual([100, 100, 100, 100, 100]);
});

test('A59 a number of a vendor and year is used once, also at the same time, until its invoice is cancelled', async () => {
  await ask(setVendor, { actor: buyer, path: { code: 'OTHER' }, body: vendor });
  const first = await entered([own(1)], { number: 'inv-900' });
  const again = await write([own(1)], { number: 'INV 900' });
  expect([again.status, again.body]).toMatchObject([
    409,
    { code: 'invoice-number-used', errors: [{ params: { invoice: first.invoiceId } }] },
  ]);
  expect((await write([own(1)], { number: 'INV 900', vendor: 'OTHER' })).status).toBe(201);
  const same = await Promise.all([1, 2].map(() => write([own(1)], { number: 'B 1' })));
  expect(same.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  const renamed = await entered([own(1)], { number: 'C 1', invoiceId: first.invoiceId, v: 1 });
  expect([renamed.v, (await write([own(1)], { number: 'inv900' })).status]).toEqual([2, 201]);
  expect((await step(renamed, { act: 'cancel', reason: 'Sent twice' }, { actor: buyer })).body.state).toBe('cancelled');
  expect((await write([own(1)], { number: 'C-1' })).status).toBe(201);
});

test('A58 an invoice is approved only when its lines make up the sum that the vendor states', async () => {
  const invoice = await entered([own(10_700)], { lockTotal: 10_701 });
  const { body } = await step(invoice, { act: 'submit' });
  const money = (amount: number) => ({ amount, currency: 'USD' });
  expect(body).toMatchObject({
    ...{ code: 'lock-total-differs' },
    errors: [{ params: { stated: money(10_701), computed: money(10_700) } }],
  });
  const right = await entered([own(10_701)], {
    lockTotal: 10_701,
    invoiceId: invoice.invoiceId,
    v: 1,
    number: invoice.number,
  });
  expect((await step(right, { act: 'submit' })).body.state).toBe('approved');
});

test('A34 what does not match is shown and approved only with a reason', async () => {
  const placed = await order(2_000, 9, 8);
  const invoice = await entered([forOrder(placed, 9, 2_101)]);
  const shown = (await ask(showInvoice, { path: { invoiceId: invoice.invoiceId } })).body;
  expect(shown).toMatchObject({
    matches: [{ line: 1, wanted: 9, received: 8, invoiced: 0, expected: 2_000, differs: ['price', 'not-received'] }],
    ...{ tolerance: 500, orders: [{ number: placed.number }], isPreparer: true },
  });
  const listed = (await ask(listInvoices, { query: { state: 'open' } })).body.invoices;
  expect(listed).toMatchObject([{ differs: ['price', 'not-received'], text: 'Emma', lines: 1 }]);
  expect((await step(invoice, { act: 'submit' })).body.code).toBe('invoice-held');
  const approved = (await step(invoice, { act: 'submit', reason: 'The price rose' })).body;
  expect(approved.steps.at(-1)).toMatchObject({ act: 'submit', reason: 'The price rose' });
  const after = (await ask(listInvoices, { query: { order: placed.orderId } })).body.invoices;
  expect(after).toMatchObject([{ state: 'approved', differs: [] }]);
  await ask(setYear, { actor: finance, path: { year }, body: { ...terms, priceTolerance: 1_000, v: 1 } });
  const other = await entered([forOrder(await order(2_000), 1, 2_200)]);
  expect((await step(other, { act: 'submit' })).body.state).toBe('approved');
});

test('A62 A63 cancelling an approved or paid invoice restores the money of its order, and reverses with postings of today', async () => {
  const placed = await order(10_000);
  const approved = (await step(await entered([forOrder(placed, 1, 8_000, true)]), { act: 'submit' })).body;
  expect(await figures()).toEqual(twice(0, 8_000, 0, 0));
  const cancel = { act: 'cancel', reason: 'Wrong copy' };
  expect((await step(approved, cancel, { actor: buyer })).body.code).toBe('payers-only');
  expect((await step(approved, cancel)).body.state).toBe('cancelled');
  expect(await figures()).toEqual(twice(10_000, 0, 0, 0));
  const again = (await step(await entered([forOrder(placed, 1, 8_000)]), { act: 'submit' })).body;
  const paid = (await step(again, pay)).body;
  const ended = (await step(paid, cancel, { when: '2026-11-02T12:00:00.000Z' })).body;
  expect(await figures()).toEqual(twice(10_000, 0, 0, 0));
  const funds = (encumbered: number, awaiting: number, expended: number) => [
    { fund: 'ADULT', encumbered, awaiting, expended, credits: 0 },
  ];
  expect(ended.postings).toEqual([
    { act: 'approve', day: '2026-10-21', funds: funds(-8_000, 8_000, 0) },
    { act: 'pay', day: '2026-10-21', funds: funds(0, -8_000, 8_000) },
    { act: 'cancel', day: '2026-11-02', funds: funds(8_000, 0, -8_000) },
  ]);
  expect((await orderStore(table).get(placed))?.lines[0]?.invoices).toBeUndefined();
});

test('A64 a credit note lowers what is spent and becomes a credit when it is paid', async () => {
  const placed = await order(10_000);
  const paid = (await step(await entered([forOrder(placed, 1, 10_000)]), { act: 'submit' })).body;
  await step(paid, pay);
  const credit = (await step(await entered([forOrder(placed, 1, -3_000)]), { act: 'submit' })).body;
  expect(await figures()).toEqual(twice(3_000, -3_000, 10_000, 0));
  await step(credit, pay);
  expect(await figures()).toEqual(twice(3_000, 0, 10_000, 3_000));
});

test('A109 another person approves an invoice above the limit of its year, as that person read it', async () => {
  const invoice = await entered([own(50_001)]);
  const waiting = (await step(invoice, { act: 'submit' })).body;
  expect([waiting.state, await figures()]).toEqual(['reviewed', twice(0, 0, 0, 0)]);
  const refused = [
    await step(waiting, { act: 'approve' }, { actor: buyer }),
    await step(waiting, { act: 'approve' }),
    await step(waiting, { act: 'submit' }),
    await step(waiting, { act: 'cancel', reason: 'No' }, { actor: staffAt(memberId, 'member-admin') }),
    await write([own(1)], { invoiceId: waiting.invoiceId, v: waiting.v }),
  ];
  expect(refused.map(({ body }) => body.code)).toEqual([
    ...['approvers-only', 'own-invoice', 'invoice-state', 'invoices-only', 'invoice-state'],
  ]);
  const sentBack = (await step(waiting, { act: 'reject', reason: 'Ask first' }, { actor: approver })).body;
  const again = (await write([own(50_002)], { invoiceId: invoice.invoiceId, v: sentBack.v, number: invoice.number }))
    .body;
  const submitted = (await step(again, { act: 'submit' })).body;
  expect((await step(waiting, { act: 'approve' }, { actor: approver })).body.code).toBe('changed-meanwhile');
  expect((await step(submitted, { act: 'approve' }, { actor: approver })).body.state).toBe('approved');
  expect((await step(await entered([own(49_998)]), { act: 'submit' })).body.state).toBe('approved');
});

test('A17 A66 a frozen fund takes invoices of its orders only, an inactive one none, and a year none after its days of grace', async () => {
  const placed = await order(1_000);
  await setFundState('BOOKS', 'frozen', 1);
  const [forIt, alone] = [await entered([forOrder(placed, 1, 1_000)]), await entered([own(1_000)])];
  const late = await step(forIt, { act: 'submit' }, { when: '2027-03-02T12:00:00.000Z' });
  expect(late.body.code).toBe('year-takes-no-invoices');
  const refused = await step(alone, { act: 'submit' });
  expect([refused.body.code, refused.body.errors]).toMatchObject([
    'fund-takes-no-invoices',
    [{ params: { fund: 'BOOKS' } }],
  ]);
  expect((await step(forIt, { act: 'submit' }, { when: '2027-03-01T12:00:00.000Z' })).body.state).toBe('approved');
  await setFundState('SERIALS', 'inactive', 1);
  expect((await step(await entered([own(1, 'SERIALS')]), { act: 'submit' })).body.code).toBe('fund-takes-no-invoices');
});

test('what an invoice names must exist, and be of this vendor and year', async () => {
  const placed = await order(1_000);
  const draft = (
    await ask(writeOrder, {
      actor: buyer,
      body: {
        year,
        vendor: 'MIDWEST',
        lines: [
          {
            title: 'Emma',
            price: { ...price, printed: 1, printedPrice: 1 },
            shares: [{ fund: 'ADULT', percent: 10_000 }],
          },
        ],
        v: 0,
      },
    })
  ).body as unknown as Order;
  await ask(setVendor, { actor: buyer, path: { code: 'OTHER' }, body: vendor });
  const refused = await Promise.all([
    ...[write([own(1, 'NONE')]), write([own(1)], { vendor: 'NONE' }), write([own(1)], { year: '2031' }), write([])],
    ...[write([forOrder({ orderId: 'ord_none' }, 1, 1)]), write([forOrder(draft, 1, 1)])],
    ...[write([forOrder(placed, 1, 1)], { vendor: 'OTHER' }), write([own(1)], { invoiceId: 'vin_none', v: 1 })],
    ...[step({ invoiceId: 'vin_none', v: 1 }, { act: 'submit' }), write([own(1)], { number: '---' })],
  ]);
  expect(refused.map(({ body }) => body.code)).toEqual([
    ...['unknown-fund', 'unknown-vendor', 'unknown-fiscal-year', 'bad-input', 'unfit-order-line', 'unfit-order-line'],
    ...['unfit-order-line', 'unknown-vendor-invoice', 'unknown-vendor-invoice', 'bad-input'],
  ]);
});

test('invoices are listed by state, vendor and fund, the newest first', async () => {
  const first = await entered([own(1)]);
  const second = (await write([own(2, 'SERIALS')], {}, { when: '2026-10-21T12:00:01.000Z' })).body;
  const list = async (query: Record<string, string>) =>
    (await ask(listInvoices, { query })).body.invoices.map((one) => one.number);
  expect(await list({})).toEqual([second.number, first.number]);
  const found = await Promise.all(
    [{ state: 'open' }, { state: 'paid' }, { vendor: 'OTHER' }, { fund: 'SERIALS' }, { order: 'ord_1' }].map(list),
  );
  expect(found).toEqual([[second.number, first.number], [], [], [second.number], []]);
  expect((await ask(listInvoices, { query: { after: 'bm9uZQ' } })).status).toBe(400);
});

test('A49 staff of another library see and change no invoice; the auditor reads', async () => {
  const invoice = await entered([own(1)]);
  const other = { actor: staffAt('birch', 'acquisitions', 'member-finance') };
  const path = { invoiceId: invoice.invoiceId };
  const answers = [
    await ask(listInvoices, other),
    await ask(showInvoice, { path, ...other }),
    await step(invoice, { act: 'submit' }, other),
    await write([own(1)], {}, other),
    await ask(showInvoice, { path: { ...path, memberId: 'birch' }, ...other }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 404]);
  const auditor = { actor: consortiumStaff('auditor') };
  expect((await ask(showInvoice, { path, ...auditor })).status).toBe(200);
  expect((await write([own(1)], {}, auditor)).status).toBe(403);
});
