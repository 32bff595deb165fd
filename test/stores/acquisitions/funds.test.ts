import { members } from '../../../demo/members.ts';
import { fillFunds } from '../../../demo/seed/fill-funds.ts';
import { performerWith } from '../../../demo/seed/in-process.ts';
import { placeOrders } from '../../../demo/seed/place-orders.ts';
import { planYearEnd } from '../../../demo/seed/plan-year-end.ts';
import type { StaffActors } from '../../../demo/seed/staff-actors.ts';
import { fundStore } from '../../../functions/acquisitions/data/fund-store.ts';
import { handler as listEntries } from '../../../functions/acquisitions/operations/list-fund-entries/handler.ts';
import { handler as listFunds } from '../../../functions/acquisitions/operations/list-funds/handler.ts';
import { handler as listLateOrders } from '../../../functions/acquisitions/operations/list-late-orders/handler.ts';
import { handler as listOrders } from '../../../functions/acquisitions/operations/list-orders/handler.ts';
import { handler as moveMoney } from '../../../functions/acquisitions/operations/move-money/handler.ts';
import { handler as setFund } from '../../../functions/acquisitions/operations/set-fund/handler.ts';
import { handler as setYear } from '../../../functions/acquisitions/operations/set-year/handler.ts';
import { handler as showRollOver } from '../../../functions/acquisitions/operations/show-roll-over/handler.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor, StaffActor } from '../../../layers/platform/http/actor.ts';
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
const path = { memberId, year };
const none = { encumbrance: 'unlimited', expenditure: 'unlimited', warning: 'none' };
const full = { encumbrance: 100, expenditure: 100, warning: 80 };
const terms = {
  ...{ name: '2026', firstDay: '2026-01-01', lastDay: '2026-12-31', timeZone: 'America/New_York', currency: 'USD' },
  ...{ orderGraceDays: -14, invoiceGraceDays: 60 },
};
let table: Table;

type Asked = {
  actor?: Actor;
  path?: object;
  query?: Record<string, string>;
  body?: object;
  key?: string;
  when?: string;
};
const ask = async (handler: OperationHandler, { key, when = NOON, path: more, ...asked }: Asked) => {
  const headers = key === undefined ? {} : { headers: { 'idempotency-key': key } };
  const { status, body } = await call(handler.using(at(when)), {
    ...{ actor: finance, path: { ...path, ...more }, ...headers, ...asked },
  });
  // Answers of several operations, of which each test names what it looks at.
  return { status, body: body as Record<string, never> & { code?: string } };
};
const fund = (code: string, body: object = {}, more: Partial<Asked> = {}) =>
  ask(setFund, { path: { code }, body: { name: code, state: 'active', limits: full, edition: 0, ...body }, ...more });
const move = (body: object, more: Partial<Asked> = {}) => ask(moveMoney, { body, ...more });
const give = (to: string, amount: number) => move({ kind: 'allocation', to, amount });
const transfer = (from: string, to: string, amount: number, more: Partial<Asked> = {}) =>
  move({ kind: 'transfer', from, to, amount }, { actor: buyer, ...more });
const shown = async (query: Record<string, string> = {}, more: Partial<Asked> = {}) => {
  const { status, body } = await call(listFunds.using(at(more.when ?? NOON)), {
    ...{ actor: more.actor ?? buyer, path: { memberId }, query },
  });
  return { status, body: body as { year?: string; v: number; years: { state: string }[]; funds: FundShown[] } };
};
type FundShown = { code: string; edition: number; mostToOrder?: number; own: Figures; whole: Figures; warns: boolean };
type Figures = { funding: number; available: number; allocated: number };
const availableOf = async () =>
  Object.fromEntries(
    (await shown()).body.funds.map(({ code, own, whole }) => [code, [own.available, whole.available]]),
  );
/** Promises money of ADULT as an order will. */
const promise = async (amount: number) => {
  const add = (scope: string) => ({
    [`amounts.${scope}.encumbered`]: amount,
    ...{ [`headroom.${scope}.available`]: -amount, [`headroom.${scope}.toOrder`]: -amount },
  });
  const pk = `FUNDS#${memberId}#${year}`;
  await table.write([
    { update: { pk, sk: 'ADULT' }, add: { ...add('own'), ...add('whole') } },
    { update: { pk, sk: 'BOOKS' }, add: add('whole') },
  ]);
};

beforeAll(() => {
  process.env.DEPLOYED_RESOURCES = DEPLOYED_RESOURCES;
});
beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  const member = { type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false, memberSince: '2020-01-01' };
  await memberStore(table).create({ memberId, name: 'Cedar', ...member }, '2025-01-01T00:00:00.000Z');
  await ask(setYear, { body: { ...terms, close: false, v: 0 } });
  await fund('BOOKS');
  await fund('ADULT', { parent: 'BOOKS' });
  await fund('SERIALS', { limits: none });
  await give('ADULT', 50_000);
  await give('SERIALS', 10_000);
});

test('A13 a buyer moves what is available: both budgets change, the journal has one entry; a cent more is refused with the figure', async () => {
  const tooMuch = await transfer('ADULT', 'SERIALS', 50_001);
  expect(tooMuch).toMatchObject({ status: 409, body: { code: 'fund-short' } });
  expect(tooMuch.body).toMatchObject({
    errors: [
      {
        pointer: '/body/amount',
        params: {
          ...{ fund: 'ADULT', most: { amount: 50_000, currency: 'USD' }, asked: { amount: 50_001, currency: 'USD' } },
        },
      },
    ],
  });
  const later = { key: 'key-of-the-transfer', when: '2026-10-21T12:00:01.000Z' };
  expect((await transfer('ADULT', 'SERIALS', 50_000, later)).status).toBe(201);
  expect((await transfer('ADULT', 'SERIALS', 50_000, later)).status).toBe(201);
  expect(await availableOf()).toEqual({ BOOKS: [0, 0], ADULT: [0, 0], SERIALS: [60_000, 60_000] });
  const { body } = await ask(listEntries, { actor: buyer, query: { fund: 'ADULT' } });
  expect(body).toMatchObject({
    entries: [
      {
        ...{ kind: 'transfer', by: `staff:stf_of-${memberId}` },
        lines: [
          { fund: 'ADULT', amount: -50_000 },
          { fund: 'SERIALS', amount: 50_000 },
        ],
      },
      { kind: 'allocation', lines: [{ fund: 'outside' }, { fund: 'ADULT', amount: 50_000 }] },
    ],
  });
  const first = await ask(listEntries, { query: { limit: '2' } });
  const next = await ask(listEntries, { query: { limit: '2', after: String(first.body.next) } });
  expect([first.body.entries, next.body.entries]).toMatchObject([[{}, {}], [{}]]);
  expect(await ask(listEntries, { query: { after: 'bm9uZQ' } })).toMatchObject({ status: 400 });
});

test('of transfers at the same time as many are made as the money allows, and no sum is lost', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, i) => transfer('ADULT', i % 2 === 0 ? 'SERIALS' : 'BOOKS', 10_000)),
  );
  // What was decided with figures that others changed is judged again; who lost too often is asked to come back.
  const made = answers.filter(({ status }) => status === 201).length;
  expect(answers.every(({ status }) => [201, 409, 503].includes(status))).toBe(true);
  const { funds } = (await shown()).body;
  const adult = funds.find(({ code }) => code === 'ADULT');
  expect(adult?.own.available).toBe(50_000 - made * 10_000);
  expect(funds.reduce((sum, { own }) => sum + own.funding, 0)).toBe(60_000);
  const { body } = await ask(listEntries, { query: { limit: '100' } });
  expect(body.entries).toHaveLength(made + 2);
});

test('money that is promised does not leave its fund, also when it was promised after the look', async () => {
  const levels = () => fundStore(table).levels(path, 'ADULT');
  const before = { kind: 'transfer' as const, amount: 30_000, from: await levels() };
  const serials = await fundStore(table).levels(path, 'SERIALS');
  await promise(30_000);
  const entry = { entryId: 'ent_late', at: NOON, by: 'staff:stf_1', kind: 'transfer' as const, lines: [] };
  expect(await fundStore(table).move({ ...before, to: serials }, entry, [])).toBe(false);
  expect((await transfer('ADULT', 'SERIALS', 20_001)).body.code).toBe('fund-short');
  expect((await transfer('ADULT', 'SERIALS', 20_000)).status).toBe(201);
});

test('limits, frozen and inactive funds show in what may be ordered, and terms are set for the version that was read', async () => {
  await promise(42_000);
  const one = async (code: string) => (await shown()).body.funds.find((row) => row.code === code);
  expect(await one('ADULT')).toMatchObject({ warns: true, mostToOrder: 8_000, own: { available: 8_000 } });
  expect(await one('SERIALS')).not.toHaveProperty('mostToOrder');
  const wider = { parent: 'BOOKS', limits: { ...full, encumbrance: 110 } };
  expect(await fund('ADULT', { ...wider, edition: 1 })).toMatchObject({ status: 200, body: { mostToOrder: 8_000 } });
  await fund('BOOKS', { limits: none, edition: 1 });
  expect(await one('ADULT')).toMatchObject({ mostToOrder: 13_000, edition: 2 });
  await fund('ADULT', { ...wider, state: 'frozen', edition: 2 });
  expect(await one('ADULT')).toMatchObject({ mostToOrder: 0 });
  const refused = await Promise.all([
    ...[fund('ADULT', { ...wider, edition: 2 }), fund('ADULT', { ...wider, state: 'inactive', edition: 3 })],
    ...[fund('ADULT', { edition: 3 }), fund('NEW', { parent: 'NONE' }), fund('new')],
    ...[fund('ADULT', { edition: 0 }), fund('ADULT', { edition: 3 }, { when: '2028-01-01T12:00:00.000Z' })],
  ]);
  expect(refused.map(({ body }) => body.code)).toEqual([
    ...['changed-meanwhile', 'fund-in-use', 'parent-fixed', 'unknown-fund', 'bad-input'],
    ...['fund-exists', 'year-closed'],
  ]);
  for (const [code, parent] of ['ADULT', 'L3', 'L4', 'L5'].map((above, i) => [`L${i + 3}`, above]))
    expect((await fund(String(code), { parent })).body.code).toBe(
      code === 'L6' ? 'too-deep' : `L${String(code).slice(1)}`,
    );
  expect((await fund('SERIALS', { state: 'inactive', edition: 1 })).status).toBe(200);
  expect((await transfer('ADULT', 'SERIALS', 1)).body.code).toBe('fund-inactive');
  const closing = { path: { year: '2026' }, body: { ...terms, close: true, v: 1 }, when: '2027-01-05T12:00:00.000Z' };
  expect((await ask(setYear, closing)).body.code).toBe('year-in-use');
});

test('a transfer needs two funds of the year, an allocation is of finance staff, and so is what moves after the end', async () => {
  const late = { when: '2027-01-20T12:00:00.000Z' };
  const answers = await Promise.all([
    ...[move({ kind: 'allocation', to: 'ADULT', amount: 1 }, { actor: buyer }), transfer('ADULT', 'ADULT', 1)],
    ...[move({ kind: 'transfer', to: 'ADULT', amount: 1 }), move({ kind: 'allocation', amount: 1 })],
    ...[transfer('NONE', 'ADULT', 1), transfer('ADULT', 'NONE', 1), transfer('ADULT', 'SERIALS', 1, late)],
    ...[transfer('ADULT', 'SERIALS', 1, { path: { year: '2031' } }), transfer('ADULT', 'SERIALS', 0)],
  ]);
  expect(answers.map(({ body }) => body.code)).toEqual([
    ...['finance-only', 'same-fund', 'no-fund', 'no-fund', 'unknown-fund', 'unknown-fund', 'finance-only'],
    ...['unknown-fiscal-year', 'bad-input'],
  ]);
  expect((await transfer('ADULT', 'SERIALS', 1, { ...late, actor: finance })).status).toBe(201);
  expect((await move({ kind: 'allocation', from: 'ADULT', amount: 49_999 })).status).toBe(201);
  const adult = (await shown()).body.funds.find(({ code }) => code === 'ADULT');
  expect(adult?.own).toMatchObject({ allocated: 1, funding: 0, available: 0 });
});

test('years do not share days, close after their end for good, and then nothing moves', async () => {
  const set = (code: string, body: object, more: Partial<Asked> = {}) =>
    ask(setYear, { path: { year: code }, body: { ...terms, close: false, v: 1, ...body }, ...more });
  const after = { when: '2027-01-05T12:00:00.000Z' };
  const next = { name: '2027', firstDay: '2027-01-01', lastDay: '2027-12-31' };
  const refused = [
    await set('2027', { ...next, firstDay: '2026-12-31' }),
    await set('2027', { ...next, lastDay: '2026-12-31' }),
    await set('2026', { currency: 'EUR' }),
    await set('2026', { close: true }),
    await set('2027', { ...next, v: 0 }),
    await set('2026', { isNew: true }),
    // A year that ended by its days is not opened again by later ones.
    await set('2026', { invoiceGraceDays: 366 }, { when: '2027-12-01T12:00:00.000Z' }),
  ];
  expect(refused.map(({ body }) => body.code)).toEqual([
    ...['years-overlap', 'bad-year', 'currency-fixed', 'year-runs', 'changed-meanwhile'],
    ...['year-exists', 'year-closed'],
  ]);
  expect((await set('2027', next)).status).toBe(200);
  const before = await Promise.all(['ADULT', 'SERIALS'].map((code) => fundStore(table).levels(path, code)));
  expect((await set('2026', { close: true, v: 2 }, after)).status).toBe(200);
  expect((await set('2026', { v: 3 }, after)).body.code).toBe('year-closed');
  expect((await transfer('ADULT', 'SERIALS', 1, after)).body.code).toBe('year-closed');
  expect((await fund('ADULT', { edition: 1 }, after)).body.code).toBe('year-closed');
  // What was judged before the closing is not written after it.
  const entry = { entryId: 'ent_late', at: NOON, by: 'staff:stf_1', kind: 'transfer' as const, lines: [] };
  const late = { kind: 'transfer' as const, amount: 1, from: before[0], to: before[1] };
  expect(await fundStore(table).move(late, entry, [])).toBe(false);
  const { body } = await shown({}, after);
  expect([body.year, body.years.map(({ state }) => state), body.funds]).toEqual(['2027', ['closed', 'open'], []]);
  expect((await shown({ year: '2026' }, after)).body.funds).toHaveLength(3);
  expect((await shown({ year: '2031' })).status).toBe(404);
});

test('A49 staff of another library see and move nothing; the auditor reads', async () => {
  const other = staffAt('birch', 'acquisitions', 'member-finance');
  expect((await shown({}, { actor: other })).status).toBe(403);
  expect((await transfer('ADULT', 'SERIALS', 1, { actor: other })).status).toBe(403);
  expect((await shown({}, { actor: consortiumStaff('auditor') })).body.funds).toHaveLength(3);
  const body = { ...terms, close: false, v: 0 };
  const nowhere = { actor: consortiumStaff('auditor'), path: { memberId: 'nowhere' }, body };
  expect((await ask(setYear, nowhere)).status).toBe(403);
  const gone = staffAt('nowhere', 'member-finance');
  expect((await ask(setYear, { ...nowhere, actor: gone })).body.code).toBe('unknown-member');
});

test('the libraries of the demo have two fiscal years with funds that were given money', async () => {
  for (const member of members) await memberStore(table).create(member, '2025-01-01T00:00:00.000Z');
  const actor: StaffActors = (role, place) => staffAt(place, role) as StaffActor;
  await fillFunds(performerWith(at(NOON)), actor, Date.parse(NOON));
  const { body } = await call(listFunds.using(at(NOON)), {
    actor: staffAt('riverton', 'acquisitions'),
    path: { memberId: 'riverton' },
  });
  await placeOrders(performerWith(at(NOON)), actor, Date.parse(NOON));
  const { body: ordered } = await call(listOrders.using(at(NOON)), {
    ...{ actor: staffAt('riverton', 'acquisitions'), path: { memberId: 'riverton' }, query: { limit: '100' } },
  });
  const states = (ordered as { orders: { state: string }[] }).orders.map(({ state }) => state);
  expect(states).toHaveLength(13);
  expect(new Set(states).size).toBe(7);
  const late = async (when: string) => {
    const asked = { actor: staffAt('riverton', 'acquisitions'), path: { memberId: 'riverton' } };
    const { body: shown } = await call(listLateOrders.using(at(when)), asked);
    return (shown as { orders: { lines: object[] }[] }).orders.flatMap(({ lines }) => lines);
  };
  // One of the late lines was claimed, and is late again after 30 days.
  expect([(await late(NOON)).length, (await late('2026-11-20T12:00:00.000Z')).length]).toEqual([4, 5]);
  await planYearEnd(performerWith(at(NOON)), actor, Date.parse(NOON));
  const yearEnd = await call(showRollOver.using(at(NOON)), {
    ...{ actor: staffAt('lakeshore', 'member-finance'), path: { memberId: 'lakeshore', year: '2026' } },
  });
  const { state, totals } = (yearEnd.body as { rollOver: { state: string; totals: Record<string, number> } }).rollOver;
  expect([state, totals.blocked, totals.problems]).toEqual(['previewed', 0, 0]);
  expect(totals.rolls).toBeGreaterThan(2);
  const whole = (funding: number) => ({ whole: { funding } });
  expect(body).toMatchObject({
    ...{ years: [{ state: 'closed' }, { state: 'open' }], year: '2026-27' },
    funds: [whole(6_800_000), whole(4_200_000), whole(2_600_000), whole(900_000), whole(145_000), whole(625_000)],
  });
});
