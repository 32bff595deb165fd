import type { Order } from '../../../functions/acquisitions/domain/order.ts';
import { handler as claimOrders } from '../../../functions/acquisitions/operations/claim-orders/handler.ts';
import { handler as listLateOrders } from '../../../functions/acquisitions/operations/list-late-orders/handler.ts';
import { handler as moveMoney } from '../../../functions/acquisitions/operations/move-money/handler.ts';
import { handler as setFund } from '../../../functions/acquisitions/operations/set-fund/handler.ts';
import { handler as setVendor } from '../../../functions/acquisitions/operations/set-vendor/handler.ts';
import { handler as setYear } from '../../../functions/acquisitions/operations/set-year/handler.ts';
import { handler as showOrder } from '../../../functions/acquisitions/operations/show-order/handler.ts';
import { handler as stepOrder } from '../../../functions/acquisitions/operations/step-order/handler.ts';
import { handler as writeOrder } from '../../../functions/acquisitions/operations/write-order/handler.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
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
const MARCH = '2026-03-01T12:00:00.000Z';
const terms = {
  ...{ name: '2026', firstDay: '2026-01-01', lastDay: '2026-12-31', timeZone: 'Pacific/Auckland', currency: 'NZD' },
  ...{ orderGraceDays: 0, invoiceGraceDays: 60, close: false, v: 0 },
};
const price = { electronic: 0, electronicPrice: 0, discount: 0, tax: 0, added: 0 };
const vendor = { name: 'Midwest Library Books', discount: 0, claimAfterDays: 45, isActive: true, v: 0 };

type Late = { number: string; orderedOn: string; lines: { line: number; missing: number; due: string }[] };
type Claim = { order: string; title: string; copies: number; number: number; orderedOn: string };
type Answer = Order & {
  code?: string;
  order: Order;
  orders: Late[];
  next?: string;
  claimed: Claim[];
  dropped: object[];
};
type Asked = {
  actor?: Actor;
  path?: object;
  query?: Record<string, string>;
  body?: object;
  key?: string;
  when?: string;
};
const ask = async (handler: OperationHandler, { key, when = MARCH, path, ...asked }: Asked) => {
  const headers = key === undefined ? {} : { headers: { 'idempotency-key': key } };
  const { status, body } = await call(handler.using(at(when)), {
    ...{ actor: buyer, path: { memberId, ...path }, ...headers, ...asked },
  });
  // Answers of several operations, of which each test names what it looks at.
  return { status, body: body as Answer };
};
const step = ({ orderId, v }: Pick<Order, 'orderId' | 'v'>, asked: object, when = MARCH) =>
  ask(stepOrder, { path: { orderId }, body: { step: asked, v }, when });
/** Places an order of two titles, three copies each. */
const placed = async (of = 'MIDWEST', when = MARCH): Promise<Order> => {
  const lines = ['Emma', 'Persuasion'].map((title) => ({
    ...{ title, price: { ...price, printed: 3, printedPrice: 500 }, shares: [{ fund: 'BOOKS', percent: 10_000 }] },
  }));
  const { body } = await ask(writeOrder, { body: { year, vendor: of, lines, v: 0 }, when });
  return (await step(body, { act: 'place' }, when)).body;
};
const late = async (when: string, query: Record<string, string> = {}) =>
  (await ask(listLateOrders, { query, when })).body;
const claim = (lines: { orderId: string; line: number }[], when: string, more: Partial<Asked> = {}) =>
  ask(claimOrders, { body: { lines }, when, ...more });

beforeAll(() => {
  process.env.DEPLOYED_RESOURCES = DEPLOYED_RESOURCES;
});
beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  const table = await aTable();
  const member = { type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false, memberSince: '2020-01-01' };
  await memberStore(table).create({ memberId, name: 'Cedar', ...member }, '2025-01-01T00:00:00.000Z');
  await ask(setYear, { actor: finance, path: { year }, body: terms });
  const limits = { encumbrance: 100, expenditure: 100, warning: 80 };
  const fund = { name: 'Books', state: 'active', limits, edition: 0 };
  await ask(setFund, { actor: finance, path: { year, code: 'BOOKS' }, body: fund });
  const money = { kind: 'allocation', to: 'BOOKS', amount: 100_000 };
  await ask(moveMoney, { actor: finance, path: { year }, body: money });
  await ask(setVendor, { path: { code: 'MIDWEST' }, body: vendor });
  await ask(setVendor, { path: { code: 'SLOW' }, body: { ...vendor, name: 'Slow Books', claimAfterDays: 90 } });
});

test('A52 an order is late from the day of the library on which the days of its vendor are over, and a slower vendor’s is not', async () => {
  const order = await placed();
  await placed('SLOW');
  // The order is of 2 March in Auckland; 16 April begins there at noon of 15 April in UTC.
  expect((await late('2026-04-15T11:59:59.000Z')).orders).toEqual([]);
  const { orders } = await late('2026-04-15T12:00:00.000Z');
  expect(orders).toMatchObject([{ number: order.number, orderedOn: '2026-03-02', lines: [{ line: 1 }, { line: 2 }] }]);
  expect((await late('2026-06-15T00:00:00.000Z')).orders).toHaveLength(2);
  expect((await late('2026-06-15T00:00:00.000Z', { vendor: 'SLOW' })).orders).toMatchObject([{ lines: [{}, {}] }]);
});

test('A54 late lines are claimed in one message; the same day again, or after they arrived, nothing is claimed', async () => {
  const [first, second] = [await placed(), await placed()];
  const part = (await step(second, { act: 'receive', line: 1, copies: 2 })).body;
  const whole = (await step(part, { act: 'receive', line: 2, copies: 3 })).body;
  const when = '2026-05-01T12:00:00.000Z';
  const asked = [first, whole].flatMap(({ orderId }) => [1, 2].map((line) => ({ orderId, line })));
  const { body } = await claim(asked, when);
  const named = { orderedOn: '2026-03-02', number: 1 };
  expect(body.claimed).toMatchObject([
    { order: first.number, title: 'Emma', copies: 3, ...named },
    { order: first.number, title: 'Persuasion', copies: 3, ...named },
    { order: whole.number, title: 'Emma', copies: 1, ...named },
  ]);
  expect(body.dropped).toEqual([{ orderId: whole.orderId, line: 2 }]);
  const again = await claim([...asked, { orderId: 'ord_none', line: 1 }], when);
  expect([again.body.claimed, again.body.dropped.length]).toEqual([[], 5]);
  expect((await late(when)).orders).toEqual([]);
  const { body: shown } = await ask(showOrder, { path: { orderId: first.orderId } });
  expect(shown.order).toMatchObject({
    ...{ v: first.v + 1, total: first.total, lines: [{ claims: [{ number: 1, on: '2026-05-02' }] }, {}] },
    steps: [{}, {}, { act: 'claim', line: 1, at: when }, { act: 'claim', line: 2, at: when }],
  });
  // After 30 days both are late again; what was not received is claimed a second time.
  expect((await claim(asked, '2026-06-01T12:00:00.000Z')).body.claimed.map(({ number }) => number)).toEqual([2, 2, 2]);
});

test('the same claim at the same time, and again under its key, is recorded once', async () => {
  const order = await placed();
  const when = '2026-05-01T12:00:00.000Z';
  const lines = [{ orderId: order.orderId, line: 1 }];
  const both = await Promise.all([claim(lines, when), claim(lines, when)]);
  expect(both.map(({ body }) => body.claimed.length).toSorted()).toEqual([0, 1]);
  const other = [{ orderId: order.orderId, line: 2 }];
  const keyed = await claim(other, when, { key: 'claim-of-the-second-line' });
  expect(await claim(other, when, { key: 'claim-of-the-second-line' })).toEqual(keyed);
  const { body } = await ask(showOrder, { path: { orderId: order.orderId } });
  expect(body.order.steps.filter(({ act }) => act === 'claim')).toHaveLength(2);
});

test('a day that the vendor named delays a line; then it is late again, and after three claims it is proposed to cancel it', async () => {
  const order = await placed();
  const delayed = (await step(order, { act: 'delay', line: 1, until: '2026-07-01' }, '2026-04-20T12:00:00.000Z')).body;
  expect(delayed).toMatchObject({ lines: [{ delayedUntil: '2026-07-01' }, {}], state: 'placed', total: order.total });
  expect((await late('2026-06-01T00:00:00.000Z')).orders).toMatchObject([{ lines: [{ line: 2 }] }]);
  const lines = [{ orderId: order.orderId, line: 1 }];
  for (const month of ['07', '08', '09']) await claim(lines, `2026-${month}-02T00:00:00.000Z`);
  const { orders } = await late('2026-10-10T00:00:00.000Z');
  expect(orders[0]?.lines[0]).toMatchObject({ line: 1, missing: 3, due: 'give-up' });
  expect((await claim(lines, '2026-10-10T00:00:00.000Z')).body.dropped).toEqual(lines);
});

test('late orders are listed page by page: placed ones, then partly received ones, with any cursor of another list refused', async () => {
  const orders: Order[] = [];
  for (const minute of [1, 2, 3, 4, 5]) orders.push(await placed('MIDWEST', `2026-03-01T12:0${minute}:00.000Z`));
  for (const order of orders.slice(0, 2)) await step(order, { act: 'receive', line: 1, copies: 1 });
  const when = '2026-06-01T00:00:00.000Z';
  const seen: string[] = [];
  const pages: number[] = [];
  let after: string | undefined;
  do {
    const page = await late(when, { limit: '2', ...(after !== undefined && { after }) });
    seen.push(...page.orders.map(({ number }) => number));
    pages.push(page.orders.length);
    after = page.next;
  } while (after !== undefined);
  const of = (places: number[]) => places.map((place) => orders[place]?.number);
  expect([seen, pages]).toEqual([of([2, 3, 4, 0, 1]), [2, 2, 1]]);
  const strange = Buffer.from(JSON.stringify({ pk: 'x', sk: 'y', gsi2pk: 'ORDERS#birch#placed', gsi2sk: 'z' }));
  expect((await ask(listLateOrders, { query: { after: strange.toString('base64url') } })).body.code).toBe('bad-cursor');
});

test('A49 staff of another library see and claim none of these orders; the auditor reads', async () => {
  const order = await placed();
  const lines = [{ orderId: order.orderId, line: 1 }];
  const when = '2026-05-01T12:00:00.000Z';
  const other = staffAt('birch', 'acquisitions');
  const answers = [
    ...[await ask(listLateOrders, { actor: other, when }), await claim(lines, when, { actor: other })],
    ...[await claim(lines, when, { actor: consortiumStaff('auditor') })],
    await ask(listLateOrders, { actor: consortiumStaff('auditor'), when }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 200]);
  const asBirch = await claim(lines, when, { actor: other, path: { memberId: 'birch' } });
  expect(asBirch.body).toMatchObject({ claimed: [], dropped: lines });
});
