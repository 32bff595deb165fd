import { handler as processRollOvers } from '../../../functions/acquisitions/consumers/process-roll-overs/handler.ts';
import { fundStore } from '../../../functions/acquisitions/data/fund-store.ts';
import type { Invoice } from '../../../functions/acquisitions/domain/invoice.ts';
import type { Order } from '../../../functions/acquisitions/domain/order.ts';
import { handler as moveMoney } from '../../../functions/acquisitions/operations/move-money/handler.ts';
import { handler as previewRollOver } from '../../../functions/acquisitions/operations/preview-roll-over/handler.ts';
import { handler as runRollOver } from '../../../functions/acquisitions/operations/run-roll-over/handler.ts';
import { handler as setFund } from '../../../functions/acquisitions/operations/set-fund/handler.ts';
import { handler as setVendor } from '../../../functions/acquisitions/operations/set-vendor/handler.ts';
import { handler as setYear } from '../../../functions/acquisitions/operations/set-year/handler.ts';
import { handler as showOrder } from '../../../functions/acquisitions/operations/show-order/handler.ts';
import { handler as showRollOver } from '../../../functions/acquisitions/operations/show-roll-over/handler.ts';
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
import { staffAt } from '../../builders/people.ts';

const [memberId, year, to] = ['cedar', '2026', '2027'];
const finance = staffAt(memberId, 'member-finance');
const administrator = { ...staffAt(memberId, 'member-admin'), id: 'stf_administrator' } as Actor;
const buyer = staffAt(memberId, 'acquisitions');
const NOON = '2026-12-21T12:00:00.000Z';
const JANUARY = '2027-01-05T12:00:00.000Z';
const limits = { encumbrance: 100, expenditure: 100, warning: 80 };
const yearBody = (code: string, v: number, more: object = {}) => ({
  ...{ name: code, firstDay: `${code}-01-01`, lastDay: `${code}-12-31`, timeZone: 'UTC', currency: 'USD' },
  ...{ orderGraceDays: 0, invoiceGraceDays: 60, close: false, v, ...more },
});
const terms = {
  ...{ to, allocation: 0, carry: 'available', carryAs: 'transfer', funds: [], except: [] },
  ...{ basis: 'remaining', change: 0, makeFunds: true },
};
const price = { electronic: 0, electronicPrice: 0, discount: 0, tax: 0, added: 0 };
const line = (amount: number, fund = 'ADULT', printed = 1) => ({
  ...{ title: 'Emma', price: { ...price, printed, printedPrice: amount }, shares: [{ fund, percent: 10_000 }] },
});
let table: Table;

type Asked = { actor?: Actor; path?: object; query?: Record<string, string>; body?: object; when?: string };
type Row = { kind: string; fund?: string; number?: string; outcome?: string; shortfall?: number };
type Totals = Record<string, number>;
type View = {
  state: string;
  hash: string;
  totals: Totals;
  waitsForOther: boolean;
  changed?: string[];
};
type Shown = View & { code?: string; errors?: unknown; rollOver?: View; rows: Row[]; order: Order } & Order & Invoice;
const ask = async (handler: OperationHandler, { when = NOON, path, ...asked }: Asked) => {
  const { status, body } = await call(handler.using(at(when)), {
    ...{ actor: finance, path: { memberId, ...path }, ...asked },
  });
  // Answers of several operations, of which each test names what it looks at.
  return { status, body: body as Shown };
};
const answered = async (handler: OperationHandler, asked: Asked): Promise<Shown> => {
  const { status, body } = await ask(handler, asked);
  if (status >= 300) throw new Error(`${handler.contract.id} answered ${status}: ${JSON.stringify(body)}`);
  return body;
};
const placed = async (amount: number, fund = 'ADULT', printed = 1, when = NOON): Promise<Order> => {
  const body = { year, vendor: 'MIDWEST', lines: [line(amount, fund, printed)], v: 0 };
  const { orderId, v } = await answered(writeOrder, { actor: buyer, body, when });
  return answered(stepOrder, { actor: buyer, path: { orderId }, body: { step: { act: 'place' }, v }, when });
};
const preview = (over: object = {}) => ask(previewRollOver, { path: { year }, body: { ...terms, ...over } });
const run = (way: string, hash: string, more: Asked = {}) =>
  ask(runRollOver, { path: { year }, body: { way, to, hash }, when: JANUARY, ...more });
const rolled = async (over: object = {}): Promise<View> => {
  const { body } = await preview(over);
  return (await run('onwards', body.hash)).body;
};
const rows = async (list: string) => (await answered(showRollOver, { path: { year }, query: { list } })).rows;
const own = async (of: string, code = 'ADULT') =>
  (await fundStore(table).levels({ memberId, year: of }, code))?.[0]?.amounts.own;
const all = async () => [
  await fundStore(table).list({ memberId, year }),
  await fundStore(table).list({ memberId, year: to }),
];
const figures = async () =>
  (await all()).map((funds) => funds.map(({ code, amounts, headroom }) => ({ code, amounts, headroom })));
const order = async ({ orderId }: Pick<Order, 'orderId'>) => (await answered(showOrder, { path: { orderId } })).order;
const invoice = async ({ orderId }: Order, of: string, price: number, when: string) => {
  const lines = [{ text: 'Emma', copies: 1, price, taxRate: 0, order: { orderId, line: 1 } }];
  const head = { year: of, vendor: 'MIDWEST', number: `${of}-${price}`, date: when.slice(0, 10), taxIncluded: false };
  return ask(writeInvoice, { actor: buyer, body: { ...head, adjustments: [], lines, v: 0 }, when });
};
const stepped = ({ invoiceId, v }: Pick<Invoice, 'invoiceId' | 'v'>, step: object, when: string, actor = finance) =>
  ask(stepInvoice, { actor, path: { invoiceId }, body: { step, v }, when });

beforeAll(() => {
  process.env.DEPLOYED_RESOURCES = DEPLOYED_RESOURCES;
});
beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  const member = { type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false, memberSince: '2020-01-01' };
  await memberStore(table).create({ memberId, name: 'Cedar', ...member }, '2025-01-01T00:00:00.000Z');
  await answered(setYear, { path: { year }, body: yearBody(year, 0) });
  await answered(setYear, { path: { year: to }, body: yearBody(to, 1) });
  for (const [code, parent] of [['BOOKS'], ['ADULT', 'BOOKS'], ['SERIALS']]) {
    const body = { name: code, state: 'active', limits, edition: 0, ...(parent !== undefined && { parent }) };
    await answered(setFund, { path: { year, code }, body });
  }
  for (const fund of ['ADULT', 'SERIALS'])
    await answered(moveMoney, { path: { year }, body: { kind: 'allocation', to: fund, amount: 100_000 } });
  const vendor = { name: 'Midwest', discount: 0, claimAfterDays: 45, isActive: true, v: 0 };
  await answered(setVendor, { actor: buyer, path: { code: 'MIDWEST' }, body: vendor });
});

test('A73 A76 a preview writes no money and can be repeated; the commit does what the report says, row for row', async () => {
  const emma = await placed(30_000);
  const before = await figures();
  for (const _ of [1, 2, 3]) expect((await preview()).status).toBe(200);
  expect(await figures()).toEqual(before);
  const report = [await rows('funds'), await rows('rolls')];
  const { rollOver } = await answered(showRollOver, { path: { year } });
  expect(rollOver).toMatchObject({
    state: 'previewed',
    waitsForOther: false,
    totals: { rolls: 1, blocked: 0 },
  });
  const { status, body } = await run('onwards', rollOver?.hash ?? '');
  expect([status, body]).toMatchObject([200, { state: 'done', hash: rollOver?.hash, totals: rollOver?.totals }]);
  expect([await rows('funds'), await rows('rolls')]).toEqual(report);
  expect(await own(to)).toMatchObject({ initial: 100_000, transfers: 70_000, encumbered: 30_000 });
  expect(await own(year)).toMatchObject({ initial: 100_000, transfers: -70_000, encumbered: 0 });
  const moved = await order(emma);
  expect([moved.year, moved.state, moved.steps.at(-1)]).toMatchObject([
    to,
    'placed',
    { act: 'roll-over', reference: '2026 → 2027' },
  ]);
  // The commit again is the same roll-over.
  expect((await run('onwards', rollOver?.hash ?? '')).body).toMatchObject({ state: 'done' });
  expect(await own(to)).toMatchObject({ initial: 100_000, transfers: 70_000, encumbered: 30_000 });
});

test('A77 A79 orders without money in the new year are reported and stay; a fund without a successor blocks the commit', async () => {
  await placed(30_000);
  const second = await placed(25_000, 'ADULT', 1, '2026-12-22T12:00:00.000Z');
  await answered(setFund, {
    path: { year: to, code: 'ADULT' },
    body: { name: 'A', state: 'active', limits, edition: 0 },
  });
  await answered(moveMoney, { path: { year: to }, body: { kind: 'allocation', to: 'ADULT', amount: 50_000 } });
  const { allocation: _, ...uncopied } = terms;
  const none = { ...uncopied, carry: 'none', makeFunds: false };
  const blocked = (await ask(previewRollOver, { path: { year }, body: none })).body;
  expect(blocked.totals).toMatchObject({ blocked: 2, rolls: 1, problems: 1 });
  expect(await rows('funds')).toMatchObject([
    { fund: 'ADULT' },
    { fund: 'BOOKS', blocked: 'no-successor' },
    { fund: 'SERIALS', blocked: 'no-successor' },
  ]);
  expect((await run('onwards', blocked.hash)).body.code).toBe('roll-over-blocked');
  const mapped = {
    ...none,
    funds: [
      { fund: 'BOOKS', to: 'ADULT' },
      { fund: 'SERIALS', to: 'ADULT' },
    ],
  };
  const { hash } = (await ask(previewRollOver, { path: { year }, body: mapped })).body;
  expect(await rows('problems')).toMatchObject([
    { number: second.number, outcome: 'limit', fund: 'ADULT', shortfall: 5_000 },
  ]);
  expect((await run('onwards', hash)).body.state).toBe('done');
  expect([(await order(second)).year, (await own(year))?.encumbered, (await own(to))?.encumbered]).toEqual([
    ...[year, 25_000, 30_000],
  ]);
});

test('A76 a commit is refused with what changed since the preview, and moves nothing', async () => {
  const emma = await placed(30_000);
  const { hash } = (await preview()).body;
  await answered(stepOrder, {
    actor: buyer,
    path: { orderId: emma.orderId },
    body: { step: { act: 'cancel', reason: 'Out of print' }, v: emma.v },
  });
  const { status, body } = await run('onwards', hash);
  expect([status, body.code, body.errors]).toMatchObject([
    409,
    'report-changed',
    [{ params: { changed: `ADULT, ${emma.number}` } }],
  ]);
  expect(await fundStore(table).list({ memberId, year: to })).toEqual([]);
  const { rollOver } = await answered(showRollOver, { path: { year } });
  expect(rollOver).toMatchObject({ state: 'previewed', changed: ['ADULT', emma.number] });
  expect((await run('onwards', 'another')).body.code).toBe('report-changed');
  expect((await run('onwards', (await preview()).body.hash)).body.state).toBe('done');
});

test('A81 a roll-over is undone exactly while nothing else was posted in the new year', async () => {
  const emma = await placed(30_000);
  const before = await figures();
  const { hash } = await rolled({ basis: 'initial', change: 500 });
  expect((await own(to))?.encumbered).toBe(31_500);
  const { body } = await run('back', hash);
  expect(body.state).toBe('undone');
  expect(await figures()).toEqual(before);
  expect(await order(emma)).toMatchObject({
    year,
    state: 'placed',
    lines: [{ encumbrances: [{ fund: 'ADULT', amount: 30_000 }] }],
  });
  // It can be made again with other terms.
  expect((await rolled({ carry: 'cash' })).state).toBe('done');
  expect(await own(to)).toMatchObject({ initial: 100_000, transfers: 100_000, encumbered: 30_000 });
});

test('A81 after the first posting of the new year an undo is refused with the posting', async () => {
  await placed(30_000);
  const { hash } = await rolled();
  const body = { year: to, vendor: 'MIDWEST', lines: [line(1_000)], v: 0 };
  const next = await answered(writeOrder, { actor: buyer, body, when: JANUARY });
  const step = { step: { act: 'place' }, v: next.v };
  await answered(stepOrder, { actor: buyer, path: { orderId: next.orderId }, body: step, when: JANUARY });
  const refused = await run('back', hash);
  expect([refused.status, refused.body.code, refused.body.errors]).toMatchObject([
    ...[409, 'year-posted', [{ params: { posting: next.number, fund: 'ADULT' } }]],
  ]);
  await answered(moveMoney, {
    path: { year: to },
    body: { kind: 'allocation', to: 'SERIALS', amount: 1 },
    when: JANUARY,
  });
  expect((await run('back', hash)).body.errors).toMatchObject([{ params: { fund: 'SERIALS' } }]);
  expect((await own(to))?.encumbered).toBe(31_000);
});

test('A72 an invoice of the new year spends what a rolled order takes; one of the old year is not approved or cancelled for it', async () => {
  const emma = await placed(10_000, 'ADULT', 3);
  const early = (await invoice(emma, year, 10_000, NOON)).body;
  const approved = await stepped(early, { act: 'submit', reason: 'It comes later' }, NOON);
  expect(approved.body.state).toBe('approved');
  const open = (await invoice(emma, year, 9_000, NOON)).body;
  await preview();
  const { rollOver } = await answered(showRollOver, { path: { year } });
  expect(rollOver).toMatchObject({
    openInvoices: [open.number, early.number],
  });
  await run('onwards', rollOver?.hash ?? '');
  expect([(await own(year))?.encumbered, (await own(to))?.encumbered]).toEqual([0, 20_000]);
  expect((await stepped(approved.body, { act: 'cancel', reason: 'Wrong' }, JANUARY)).body.code).toBe('order-rolled');
  expect((await stepped(open, { act: 'submit', reason: 'It comes' }, JANUARY)).body.code).toBe('order-rolled');
  expect((await stepped(approved.body, { act: 'pay', on: '2027-01-05', reference: 'T1' }, JANUARY)).body.state).toBe(
    'paid',
  );
  const late = (await invoice(emma, to, 11_000, JANUARY)).body;
  const posted = await stepped(late, { act: 'submit', reason: 'Dearer' }, JANUARY);
  expect([posted.body.state, await own(to)]).toMatchObject(['approved', { encumbered: 9_000, awaiting: 11_000 }]);
  expect((await stepped(posted.body, { act: 'cancel', reason: 'Wrong' }, JANUARY)).body.state).toBe('cancelled');
  expect(await own(to)).toMatchObject({ encumbered: 20_000, awaiting: 0 });
});

test('another person commits than previewed where another person approves orders', async () => {
  await answered(setYear, { path: { year: to }, body: yearBody(to, 2, { approvalAbove: 50_000 }) });
  const { hash, waitsForOther } = (await preview()).body;
  expect(waitsForOther).toBe(true);
  expect((await run('onwards', hash)).body.code).toBe('own-roll-over');
  expect((await run('onwards', hash, { actor: buyer })).status).toBe(403);
  expect((await run('onwards', hash, { actor: administrator })).body.state).toBe('done');
  expect((await preview()).body.code).toBe('roll-over-state');
});

test('a year is rolled over into a later, open one of the library; what is interrupted goes on in the background', async () => {
  expect((await preview({ to: '2028' })).body.code).toBe('unknown-fiscal-year');
  expect((await preview({ to: year })).body.code).toBe('years-order');
  expect((await ask(previewRollOver, { path: { year: '1999' }, body: terms })).body.code).toBe('unknown-fiscal-year');
  expect((await ask(showRollOver, { path: { year: '1999' } })).body.code).toBe('unknown-fiscal-year');
  expect((await run('onwards', 'none')).body.code).toBe('roll-over-state');
  expect(await answered(showRollOver, { path: { year } })).toEqual({ rows: [] });
  await preview();
  expect((await ask(showRollOver, { path: { year }, query: { list: 'funds', after: 'bad' } })).body.code).toBe(
    'bad-cursor',
  );
  expect((await run('back', 'none')).body.code).toBe('roll-over-state');
  expect(await processRollOvers.using(at(JANUARY))({}, { awsRequestId: 'r' })).toEqual({ taken: 0 });
  await answered(setYear, { path: { year: to }, body: yearBody(to, 2, { currency: 'USD', lastDay: '2027-11-30' }) });
});
