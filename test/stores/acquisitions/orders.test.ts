import { fundStore } from '../../../functions/acquisitions/data/fund-store.ts';
import { orderStore } from '../../../functions/acquisitions/data/order-store.ts';
import type { Order } from '../../../functions/acquisitions/domain/order.ts';
import { handler as listOrders } from '../../../functions/acquisitions/operations/list-orders/handler.ts';
import { handler as listVendors } from '../../../functions/acquisitions/operations/list-vendors/handler.ts';
import { handler as moveMoney } from '../../../functions/acquisitions/operations/move-money/handler.ts';
import { handler as setFund } from '../../../functions/acquisitions/operations/set-fund/handler.ts';
import { handler as setVendor } from '../../../functions/acquisitions/operations/set-vendor/handler.ts';
import { handler as setYear } from '../../../functions/acquisitions/operations/set-year/handler.ts';
import { handler as showOrder } from '../../../functions/acquisitions/operations/show-order/handler.ts';
import { handler as showOrderFile } from '../../../functions/acquisitions/operations/show-order-file/handler.ts';
import { handler as stepOrder } from '../../../functions/acquisitions/operations/step-order/handler.ts';
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
const NOON = '2026-10-21T12:00:00.000Z';
const limits = { encumbrance: 100, expenditure: 100, warning: 80 };
const terms = {
  ...{ name: '2026', firstDay: '2026-01-01', lastDay: '2026-12-31', timeZone: 'America/New_York', currency: 'USD' },
  ...{ orderGraceDays: -14, invoiceGraceDays: 60, approvalAbove: 50_000, close: false, v: 0 },
};
const vendor = { name: 'Midwest Library Books', discount: 0, claimAfterDays: 45, isActive: true, v: 0 };
const price = { electronic: 0, electronicPrice: 0, discount: 0, tax: 0, added: 0 };
const line = (amount: number, fund = 'ADULT', printed = 1) => ({
  ...{ title: 'Emma', price: { ...price, printed, printedPrice: amount }, shares: [{ fund, percent: 10_000 }] },
});
let table: Table;

type Asked = {
  actor?: Actor;
  path?: object;
  query?: Record<string, string>;
  body?: object;
  key?: string;
  when?: string;
};
type Shown = Order & { code?: string; errors?: unknown; order: Order; orders: Order[]; isPreparer: boolean };
const ask = async (handler: OperationHandler, { key, when = NOON, path, ...asked }: Asked) => {
  const headers = key === undefined ? {} : { headers: { 'idempotency-key': key } };
  const { status, body } = await call(handler.using(at(when)), {
    ...{ actor: buyer, path: { memberId, ...path }, ...headers, ...asked },
  });
  // Answers of several operations, of which each test names what it looks at.
  return { status, body: body as Shown };
};
const write = (lines: object[], body: object = {}, more: Partial<Asked> = {}) =>
  ask(writeOrder, { body: { year, vendor: 'MIDWEST', lines, v: 0, ...body }, ...more });
const step = ({ orderId, v }: Pick<Order, 'orderId' | 'v'>, asked: object, more: Partial<Asked> = {}) =>
  ask(stepOrder, { path: { orderId }, body: { step: asked, v }, ...more });
const placed = async (lines: object[]): Promise<Order> => {
  const { body } = await write(lines);
  return (await step(body, { act: 'place' })).body;
};
const levels = async () => (await fundStore(table).levels({ memberId, year }, 'ADULT')) ?? [];
const encumbered = async () => (await levels()).map(({ amounts }) => amounts.whole.encumbered);

beforeAll(() => {
  process.env.DEPLOYED_RESOURCES = DEPLOYED_RESOURCES;
});
beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  const member = { type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false, memberSince: '2020-01-01' };
  await memberStore(table).create({ memberId, name: 'Cedar', ...member }, '2025-01-01T00:00:00.000Z');
  await ask(setYear, { actor: finance, path: { year }, body: terms });
  for (const [code, parent] of [['BOOKS'], ['ADULT', 'BOOKS'], ['SERIALS']]) {
    const body = { name: code, state: 'active', limits, edition: 0, ...(parent !== undefined && { parent }) };
    await ask(setFund, { actor: finance, path: { year, code }, body });
  }
  for (const to of ['ADULT', 'SERIALS'])
    await ask(moveMoney, { actor: finance, path: { year }, body: { kind: 'allocation', to, amount: 100_000 } });
  await ask(setVendor, { path: { code: 'MIDWEST' }, body: vendor });
});

test('A10 A11 of 100 orders placed at the same time, each three times under its key, as many are placed as the fund has money for', async () => {
  const drafts = await Promise.all(
    Array.from({ length: 100 }, async (_, i) => {
      const drafted = (): Promise<{ status: number; body: Shown }> =>
        write([line(1_250)], {}, { key: `draft-${i}-of-a-hundred` });
      for (;;) {
        const { status, body } = await drafted();
        if (status === 201) return body;
      }
    }),
  );
  expect(new Set(drafts.map(({ number }) => number)).size).toBe(100);
  const place = async (order: Order, i: number): Promise<number> => {
    for (;;) {
      const { status } = await step(order, { act: 'place' }, { key: `place-${i}-of-a-hundred` });
      // Who lost too many conflicts is asked to come back.
      if (status !== 503) return status;
    }
  };
  // Two of three at the same time are answered that the first is under way; one that is repeated later gets its answer.
  await Promise.all(drafts.map((order, i) => Promise.all([1, 2, 3].map(() => place(order, i)))));
  const answers = await Promise.all(drafts.map(place));
  expect([200, 409].map((code) => answers.filter((status) => status === code).length)).toEqual([80, 20]);
  for (const { amounts, headroom } of await levels()) {
    expect(amounts.whole.encumbered).toBe(100_000);
    expect(headroom.whole).toMatchObject({ available: 0, toOrder: 0 });
  }
});

test('A12 two cancellations at the same time release both amounts', async () => {
  const orders = [await placed([line(3_000)]), await placed([line(4_500)]), await placed([line(12_500)])];
  const cancelled = await Promise.all(
    orders.slice(0, 2).map((order) => step(order, { act: 'cancel', reason: 'Out of print' })),
  );
  expect(cancelled.map(({ body }) => body.state)).toEqual(['cancelled', 'cancelled']);
  expect(await encumbered()).toEqual([12_500, 12_500]);
});

test('an order above a limit is refused with the fund, what it allows, and what was asked; nothing is encumbered', async () => {
  await placed([line(45_000)]);
  await placed([line(45_000)]);
  const both = (await write([line(10_000, 'SERIALS'), line(10_001)])).body;
  const { status, body } = await step(both, { act: 'place' });
  const money = (amount: number) => ({ amount, currency: 'USD' });
  const params = {
    fund: 'ADULT',
    most: money(10_000),
    limit: money(100_000),
    used: money(90_000),
    asked: money(10_001),
  };
  expect([status, body]).toMatchObject([409, { code: 'fund-limit', errors: [{ params }] }]);
  expect(await encumbered()).toEqual([90_000, 90_000]);
  const [serials] = (await fundStore(table).levels({ memberId, year }, 'SERIALS')) ?? [];
  expect(serials?.amounts.whole.encumbered).toBe(0);
});

test('A36 A37 another person approves an order above the limit of its year, as that person read it', async () => {
  const order = (await write([line(50_001)])).body;
  const waiting = (await step(order, { act: 'place' })).body;
  expect([waiting.state, await encumbered()]).toEqual(['waiting', [0, 0]]);
  const self = staffAt(memberId, 'acquisitions', 'member-finance');
  const refused = [
    await step(waiting, { act: 'approve' }),
    await step(waiting, { act: 'approve' }, { actor: self }),
    await step(waiting, { act: 'place' }),
    await step(waiting, { act: 'cancel', reason: 'No' }, { actor: finance }),
    await write([line(1)], { orderId: waiting.orderId, v: waiting.v }),
  ];
  expect(refused.map(({ body }) => body.code)).toEqual([
    ...['approvers-only', 'own-order', 'order-state', 'orders-only', 'order-state'],
  ]);
  const approver = { ...finance, id: 'stf_approver' } as Actor;
  const rejected = (await step(waiting, { act: 'reject', reason: 'Too dear' }, { actor: approver })).body;
  expect(rejected).toMatchObject({ state: 'draft', steps: [{}, {}, { act: 'reject', reason: 'Too dear' }] });
  const again = (await write([line(50_002)], { orderId: order.orderId, v: rejected.v })).body;
  const replaced = (await step(again, { act: 'place' })).body;
  expect((await step(waiting, { act: 'approve' }, { actor: approver })).body.code).toBe('changed-meanwhile');
  expect((await step(replaced, { act: 'approve' }, { actor: approver })).body.state).toBe('placed');
  expect([again.number, await encumbered()]).toEqual([order.number, [50_002, 50_002]]);
  const exact = await placed([line(49_998)]);
  expect([exact.state, exact.number]).toEqual(['placed', '2026/00002']);
});

test('A30 a withdrawn order releases its money at every level, is edited, and placed again; once a copy arrived it is not', async () => {
  const order = await placed([line(2_000, 'ADULT', 2)]);
  const withdraw = { act: 'withdraw', reason: 'Wrong price' };
  const draft = (await step(order, withdraw)).body;
  expect([draft.state, draft.steps.at(-1), await encumbered()]).toEqual([
    'draft',
    expect.objectContaining(withdraw),
    [0, 0],
  ]);
  const edited = (await write([line(1_500, 'ADULT', 2)], { orderId: draft.orderId, v: draft.v })).body;
  const again = (await step(edited, { act: 'place' })).body;
  expect([again.number, again.state, await encumbered()]).toEqual([order.number, 'placed', [3_000, 3_000]]);
  const arrived = (await step(again, { act: 'receive', line: 1, copies: 2 })).body;
  const back = (await step(arrived, { act: 'receive', line: 1, copies: -2 })).body;
  const other = (await step(back, { act: 'cancel', line: 1, reason: 'Sold out' })).body;
  expect([(await step(arrived, withdraw)).body.code, (await step(other, withdraw)).body.code]).toEqual([
    'changed-meanwhile',
    'order-state',
  ]);
});

test('A31 A33 copies arrive, the missing ones are cancelled, and a received order is closed', async () => {
  const order = await placed([line(2_000, 'ADULT', 9), line(500, 'SERIALS')]);
  const eight = (await step(order, { act: 'receive', line: 1, copies: 8 })).body;
  expect(await step(eight, { act: 'receive', line: 1, copies: 2 })).toMatchObject({
    status: 422,
    body: { code: 'bad-copies' },
  });
  expect(await step(eight, { act: 'cancel', line: 3, reason: 'x' })).toMatchObject({
    body: { code: 'unknown-order-line' },
  });
  const rest = (await step(eight, { act: 'cancel', line: 1, reason: 'Out of print' })).body;
  expect([eight.state, rest.state, await encumbered()]).toEqual([
    'partly-received',
    'partly-received',
    [16_000, 16_000],
  ]);
  const all = (await step(rest, { act: 'receive', line: 2, copies: 1 })).body;
  const back = (await step(all, { act: 'receive', line: 2, copies: -1 })).body;
  const closing = await step(back, { act: 'close', reason: 'Paid' });
  expect([all.state, back.state, closing.body.code]).toEqual(['received', 'partly-received', 'order-state']);
  const received = (await step(back, { act: 'receive', line: 2, copies: 1 })).body;
  expect((await step(received, { act: 'close', reason: 'Paid' })).body.code).toBe('not-invoiced');
  const closed = (await step(received, { act: 'close', reason: 'Paid by card', withoutInvoice: true })).body;
  expect([closed.state, await encumbered()]).toEqual(['closed', [0, 0]]);
});

test('A24 frozen funds, an inactive vendor and a year after its last day of orders refuse an order by name', async () => {
  const order = (await write([line(1_000)])).body;
  const late = await step(order, { act: 'place' }, { when: '2026-12-20T12:00:00.000Z' });
  await ask(setFund, {
    actor: finance,
    path: { year, code: 'BOOKS' },
    body: { name: 'BOOKS', state: 'frozen', limits, edition: 1 },
  });
  const frozen = await step(order, { act: 'place' });
  await ask(setVendor, { path: { code: 'MIDWEST' }, body: { ...vendor, isActive: false, v: 1 } });
  const inactive = await step(order, { act: 'place' });
  expect([late, frozen, inactive].map(({ body }) => body.code)).toEqual([
    ...['year-takes-no-orders', 'fund-takes-no-orders', 'vendor-inactive'],
  ]);
  expect(frozen.body.errors).toMatchObject([{ params: { fund: 'BOOKS' } }]);
});

test('lines that cannot be ordered are refused with the line; vendors, years and funds must exist', async () => {
  const shares = (...percents: number[]) => ({
    ...line(5),
    shares: percents.map((percent, at) => ({ fund: at === 0 ? 'ADULT' : 'SERIALS', percent })),
  });
  const refused = await Promise.all([
    ...[write([line(5), shares(5_000, 4_999)]), write([line(5, 'ADULT', 0)]), write([line(5, 'NONE')])],
    ...[write([line(5)], { vendor: 'NONE' }), write([line(5)], { year: '2031' }), write([])],
    ...[write([line(5)], { orderId: 'ord_none', v: 1 }), step({ orderId: 'ord_none', v: 1 }, { act: 'place' })],
  ]);
  expect(refused.map(({ body }) => body.code)).toEqual([
    ...['percents-differ', 'no-copies', 'unknown-fund', 'unknown-vendor', 'unknown-fiscal-year', 'bad-input'],
    ...['unknown-order', 'unknown-order'],
  ]);
  expect(refused[0]?.body.errors).toMatchObject([{ pointer: '/body/lines/1' }]);
  const split = (await write([shares(3_333, 6_667)])).body;
  expect(split.lines[0]?.encumbrances).toEqual([
    { fund: 'ADULT', amount: 2 },
    { fund: 'SERIALS', amount: 3 },
  ]);
});

test('orders are listed by state, vendor and fund, the newest first, and one is shown with its steps and names', async () => {
  await ask(setVendor, { path: { code: 'OTHER' }, body: { ...vendor, name: 'Other' } });
  const draft = (await write([line(1_000, 'SERIALS')], { vendor: 'OTHER' }, { when: '2026-10-21T12:00:01.000Z' })).body;
  const open = await placed([line(1_000, 'ADULT', 2), line(2_000)]);
  const list = async (query: Record<string, string>) =>
    (await ask(listOrders, { query })).body.orders.map(({ number }) => number);
  expect(await list({})).toEqual([draft.number, open.number]);
  const found = await Promise.all(
    [{ state: 'placed' }, { state: 'draft' }, { vendor: 'OTHER' }, { fund: 'ADULT' }, { fund: 'NONE' }].map(list),
  );
  expect(found).toEqual([[open.number], [draft.number], [draft.number], [open.number], []]);
  const { body } = await ask(listOrders, { query: { state: 'placed' } });
  expect(body.orders).toMatchObject([{ title: 'Emma', lines: 2, wanted: 3, received: 0, total: 4_000, at: NOON }]);
  const shown = (await ask(showOrder, { path: { orderId: open.orderId } })).body;
  expect(shown).toMatchObject({ isPreparer: true, order: { steps: [{ act: 'write' }, { act: 'place' }] } });
  const file = async ({ orderId }: Order) => (await ask(showOrderFile, { path: { orderId } })).body;
  expect([(await file(draft)).code, (await file(open)).code]).toEqual(['order-state', 'vendor-without-address']);
  await ask(setVendor, { path: { code: 'MIDWEST' }, body: { ...vendor, san: '1697536', v: 1 } });
  expect(await file(open)).toMatchObject({ name: 'order-2026-00002.edi', base64: expect.stringMatching(/^VU5B/) });
  expect((await ask(listOrders, { query: { after: 'bm9uZQ' } })).status).toBe(400);
});

test('A49 staff of another library see and change no vendor and no order; the auditor reads', async () => {
  const order = await placed([line(1_000)]);
  const other = { actor: staffAt('birch', 'acquisitions', 'member-finance') };
  const auditor = { actor: consortiumStaff('auditor') };
  const path = { path: { orderId: order.orderId } };
  const statuses = [
    ...[
      await ask(listOrders, other),
      await ask(showOrder, { ...other, ...path }),
      await step(order, { act: 'place' }, other),
    ],
    ...[await write([line(1)], {}, other), await ask(listVendors, other), await step(order, { act: 'place' }, auditor)],
    ...[await ask(listOrders, auditor), await ask(showOrder, { ...auditor, ...path })],
  ].map(({ status }) => status);
  expect(statuses).toEqual([403, 403, 403, 403, 403, 403, 200, 200]);
  const changed = { path: { code: 'MIDWEST' }, body: { ...vendor, name: 'Other' } };
  expect((await ask(setVendor, { ...changed, ...other })).status).toBe(403);
  const lost = [await ask(setVendor, changed), await ask(setVendor, { ...changed, body: { ...vendor, v: 7 } })];
  expect(lost.map(({ body }) => body.code)).toEqual(['vendor-exists', 'changed-meanwhile']);
  expect(await orderStore(table).get({ memberId: 'birch', orderId: order.orderId })).toBeUndefined();
});

test('A44 the days of a line are stored with it, and an order that is shown names the lines that come too late, before it is placed', async () => {
  const days = { neededBy: '2026-12-01', quotedFor: '2026-12-20' };
  const { body: draft } = await write([
    { ...line(1_000), ...days },
    { ...line(1_000), neededBy: days.neededBy },
  ]);
  const shown = async () => (await ask(showOrder, { path: { orderId: draft.orderId } })).body;
  expect(await shown()).toMatchObject({
    order: { lines: [days, { neededBy: days.neededBy }] },
    tooLate: [{ line: 1, comesOn: days.quotedFor }],
  });
  const { body: placedOrder } = await step(draft, { act: 'place' });
  const delayed = { act: 'delay', line: 2, until: '2026-12-05' };
  await step(placedOrder, delayed);
  expect(await shown()).toMatchObject({ tooLate: [{ line: 1 }, { line: 2, comesOn: '2026-12-05' }] });
});
