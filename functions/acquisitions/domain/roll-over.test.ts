import fc from 'fast-check';
import { noAmounts, plus } from './figures.ts';
import type { FiscalYear } from './fiscal-year.ts';
import { type Fund, type FundTerms, newFund, withTerms } from './fund.ts';
import { headroomOf } from './limits.ts';
import {
  cancelledLine,
  draftOrder,
  encumberedBy,
  type Line,
  type LineInvoice,
  type Order,
  type OrderTerms,
  withEncumbrances,
} from './order.ts';
import { needsSecond, noTotals, type RollOverTerms, refusedYears, withRows } from './roll-over.ts';
import { copiedAllocation, encumber, planFunds } from './roll-over-funds.ts';
import { cameFrom, planOrder, restoredOrder, rolledLine } from './roll-over-orders.ts';

const terms: RollOverTerms = {
  ...{ to: '2027', carry: 'available', carryAs: 'transfer', funds: [], makeFunds: false, except: [] },
  ...{ basis: 'remaining', change: 0 },
};
const step = { by: 'staff:stf_1', at: '2027-01-01T08:00:00.000Z' };
const price = { electronic: 0, electronicPrice: 0, discount: 0, tax: 0, added: 0 };
type Shares = OrderTerms['lines'][number]['shares'];
const all: Shares = [{ fund: 'BOOKS', percent: 10_000 }];
const orderOf = (lines: readonly [copies: number, each: number, shares?: Shares][], orderId = 'ord_1'): Order => {
  const written = lines.map(([printed, printedPrice, shares = all]) => ({
    ...{ title: 'Emma', price: { ...price, printed, printedPrice }, shares },
  }));
  const order = draftOrder({
    ...{ orderId, memberId: 'riverton', number: '2026/00001', currency: 'EUR', v: 1, steps: [] },
    ...{ terms: { year: '2026', vendor: 'BOOKSHOP', lines: written }, by: step.by, at: '2026-10-21T12:00:00.000Z' },
  });
  return { ...order, state: 'placed' };
};
const lineOf = (...line: [number, number, Shares?]): Line => {
  const [only] = orderOf([line]).lines;
  if (!only) throw new Error('An order has a line.');
  return only;
};
const invoiced = (line: Line, ...some: Partial<LineInvoice>[]): Line => {
  const invoices = some.map((one, at) => ({
    invoiceId: `inv_${at}`,
    number: String(at),
    copies: 1,
    amount: 0,
    ...one,
  }));
  return withEncumbrances({ ...line, invoices: [...(line.invoices ?? []), ...invoices] });
};
const takenBy = ({ encumbrances }: Line): number[] => encumbrances.map(({ amount }) => amount);

const limits = { encumbrance: 100, expenditure: 100, warning: 80 } satisfies FundTerms['limits'];
const fundOf = (
  code: string,
  amounts: Partial<Fund['amounts']['own']>,
  over: Partial<FundTerms> = {},
  year = '2027',
): Fund => {
  const fund = newFund(
    { memberId: 'riverton', year, code },
    { name: code, state: 'active', limits, ...over },
    undefined,
  );
  const sums = plus(noAmounts, amounts);
  const headroom = headroomOf(sums, fund.limits);
  return { ...fund, amounts: { own: sums, whole: sums }, headroom: { own: headroom, whole: headroom } };
};
const by = (...funds: Fund[]) => new Map(funds.map((fund) => [fund.code, fund]));

test('A72 what is left, what was spent or what it was at first is encumbered again, changed by a percentage', () => {
  const line = invoiced(lineOf(1, 90_000), { amount: 85_000 });
  expect(takenBy(line)).toEqual([5_000]);
  const of = (basis: 'remaining' | 'expended' | 'initial') =>
    takenBy(rolledLine(line, '2026', { ...terms, basis, change: 300 }));
  expect([of('remaining'), of('expended'), of('initial')]).toEqual([[5_150], [87_550], [92_700]]);
});

test('A72 what is spent and cancelled since the roll-over lowers what a line takes', () => {
  const line = invoiced(lineOf(10, 1_000), { copies: 4, amount: 4_000 });
  const rolled = rolledLine({ ...line, received: 4 }, '2026', {
    ...terms,
    basis: 'remaining',
    change: 300,
  });
  expect(takenBy(rolled)).toEqual([6_180]);
  expect(takenBy(invoiced(rolled, { copies: 2, amount: 2_000 }))).toEqual([4_180]);
  expect(takenBy(cancelledLine(rolled, 'Out of print'))).toEqual([0]);
  expect(takenBy(cancelledLine({ ...rolled, received: 7 }, 'Out of print'))).toEqual([3_090]);
  expect(takenBy(invoiced(rolled, { copies: 6, amount: 9_000 }))).toEqual([0]);
});

test('A73 nothing, what is available or what was not paid is carried, and the allocation is copied with a change', () => {
  const old = by(fundOf('BOOKS', { initial: 100_000, expended: 85_000, encumbered: 5_000 }, {}, '2026'));
  const of = (carry: RollOverTerms['carry'], carryAs: RollOverTerms['carryAs']) =>
    planFunds({ ...terms, carry, carryAs, allocation: 500 }, old, by(fundOf('BOOKS', {})));
  expect((['none', 'available', 'cash'] as const).map((carry) => of(carry, 'transfer').rows[0])).toMatchObject([
    ...[
      { copied: 105_000, carried: 0, unspent: 15_000, lapsed: 15_000 },
      { carried: 10_000, lapsed: 5_000 },
    ],
    { carried: 15_000, lapsed: 0 },
  ]);
  expect(of('cash', 'transfer').funds.get('BOOKS')?.amounts.own).toMatchObject({ initial: 105_000, transfers: 15_000 });
  expect(of('cash', 'allocation').funds.get('BOOKS')?.amounts.own).toMatchObject({
    ...{ initial: 105_000, allocatedIn: 15_000, transfers: 0 },
  });
});

test('A74 an amount over two funds is split without a cent lost', () => {
  const halves: Shares = [
    { fund: 'A', percent: 5_000 },
    { fund: 'B', percent: 5_000 },
  ];
  expect(takenBy(rolledLine(lineOf(1, 3_333, halves), '2026', terms))).toEqual([1_667, 1_666]);
});

test('A75 an order over several funds moves whole, to the successors of its funds', () => {
  const mixed = orderOf([
    [
      1,
      3_000,
      [
        { fund: 'A', percent: 5_000 },
        { fund: 'B', percent: 5_000 },
      ],
    ],
    [1, 1_000, [{ fund: 'B', amount: 1_000 }]],
  ]);
  const merged = {
    ...terms,
    funds: [
      { fund: 'A', to: 'NEW' },
      { fund: 'B', to: 'NEW' },
    ],
  };
  const { row, rolled } = planOrder(mixed, merged, by(fundOf('NEW', { initial: 10_000 })), step);
  expect(row).toMatchObject({ outcome: 'rolls', before: 4_000, takes: [{ fund: 'NEW', amount: 4_000 }] });
  expect(rolled?.order.lines.map(({ shares }) => shares)).toEqual([
    ...[[{ fund: 'NEW', percent: 10_000 }], [{ fund: 'NEW', amount: 1_000 }]],
  ]);
  expect(planOrder(mixed, terms, by(fundOf('A', { initial: 10_000 })), step).row).toMatchObject({
    ...{ outcome: 'no-successor', fund: 'B' },
  });
});

test('A77 older orders take the money first; one that finds too little stays whole, with its fund and what is lacking', () => {
  const funds = by(fundOf('BOOKS', { initial: 50_000 }));
  const plans = [
    orderOf([[1, 30_000]], 'ord_1'),
    orderOf(
      [
        [1, 20_000],
        [1, 5_000],
      ],
      'ord_2',
    ),
  ].map((order) => {
    const plan = planOrder(order, terms, funds, step);
    if (plan.rolled) encumber(funds, plan.rolled.encumbrances);
    return plan.row;
  });
  expect(plans).toMatchObject([{ outcome: 'rolls' }, { outcome: 'limit', fund: 'BOOKS', shortfall: 5_000 }]);
  expect(funds.get('BOOKS')?.amounts.own.encumbered).toBe(30_000);
});

test('A78 closed and cancelled orders, drafts, orders without anything left and excepted ones do not roll', () => {
  const funds = by(fundOf('BOOKS', { initial: 50_000 }));
  const order = orderOf([[1, 1_000]]);
  const of = (over: Partial<Order>, stated = terms) =>
    planOrder({ ...order, ...over }, stated, funds, step).row.outcome;
  const paid = order.lines.map((line) => invoiced(line, { amount: 900, releases: true }));
  const { basis: _, ...none } = terms;
  expect([
    ...[of({ state: 'closed' }), of({ state: 'cancelled' }), of({ state: 'draft' }), of({ lines: paid })],
    ...[of({}, { ...terms, except: ['2026/00001'] }), of({}, none), of({})],
  ]).toEqual(['closed', 'cancelled', 'not-placed', 'nothing-left', 'excepted', 'excepted', 'rolls']);
  const frozen = by(fundOf('BOOKS', { initial: 50_000 }, { state: 'frozen' }));
  expect(planOrder(order, terms, frozen, step).row).toMatchObject({ outcome: 'fund-idle', fund: 'BOOKS' });
});

test('A79 a fund without a successor is named and blocks, unless it is inactive and empty; an amount below 1.00 rolls too', () => {
  const old = by(fundOf('GONE', { initial: 1_000 }, {}, '2026'), fundOf('DEAD', {}, { state: 'inactive' }, '2026'));
  const { rows } = planFunds(terms, old, by());
  expect(rows).toMatchObject([{ fund: 'DEAD' }, { fund: 'GONE', blocked: 'no-successor' }]);
  expect(rows[0]).not.toHaveProperty('blocked');
  expect(withRows(noTotals, rows).blocked).toBe(1);
  expect(planFunds({ ...terms, makeFunds: true }, old, by()).rows[1]).toMatchObject({ to: 'GONE', isMade: true });
  const { row } = planOrder(orderOf([[1, 40]]), terms, by(fundOf('BOOKS', { initial: 1_000 })), step);
  expect(row).toMatchObject({ outcome: 'rolls', takes: [{ amount: 40 }] });
});

test('A84 allocations are changed and rounded down to a multiple', () => {
  const of = (allocated: number) => copiedAllocation(allocated, { allocation: 1_600, roundTo: 500 });
  expect([10_000, 5_000, 100_000, 200_000].map(of)).toEqual([11_500, 5_500, 116_000, 232_000]);
  expect(copiedAllocation(10_000, { allocation: -10_000 })).toBe(0);
  expect(copiedAllocation(10_000, {})).toBe(0);
});

const money = fc.integer({ min: 0, max: 5_000_000 });
const anyAmounts = fc.record({
  initial: money,
  allocatedOut: money,
  encumbered: money,
  awaiting: money,
  expended: money,
  credits: money,
});

test('A85 after any roll-over what was not spent is what is carried and what lapses, of each fund and of all', () => {
  const anyTerms = fc.record({
    carry: fc.constantFrom(...(['none', 'available', 'cash'] as const)),
    carryAs: fc.constantFrom(...(['allocation', 'transfer'] as const)),
    percent: fc.integer({ min: -10_000, max: 20_000 }),
  });
  fc.assert(
    fc.property(fc.array(anyAmounts, { minLength: 1, maxLength: 6 }), anyTerms, (amounts, { percent, ...stated }) => {
      const old = by(...amounts.map((one, at) => fundOf(`F${at}`, one, {}, '2026')));
      const { rows, funds } = planFunds({ ...terms, ...stated, allocation: percent, makeFunds: true }, old, by());
      const sums = withRows(noTotals, rows);
      for (const { unspent, carried, lapsed, copied } of rows) {
        expect(unspent).toBe(carried + lapsed);
        expect(Math.min(carried, copied)).toBeGreaterThanOrEqual(0);
      }
      expect(sums.unspent).toBe(sums.carried + sums.lapsed);
      const given = [...funds.values()].reduce((sum, { headroom }) => sum + headroom.own.funding, 0);
      expect(given).toBe(sums.carried + sums.copied);
    }),
  );
});

const anyLine = fc.record({
  copies: fc.integer({ min: 1, max: 20 }),
  each: fc.integer({ min: 0, max: 50_000 }),
  cut: fc.integer({ min: 1, max: 9_999 }),
  before: fc.array(
    fc.record({ copies: fc.integer({ min: -2, max: 5 }), amount: fc.integer({ min: -9_000, max: 90_000 }) }),
    { maxLength: 4 },
  ),
  since: fc.array(
    fc.record({ copies: fc.integer({ min: -2, max: 5 }), amount: fc.integer({ min: -9_000, max: 90_000 }) }),
    { maxLength: 4 },
  ),
  received: fc.integer({ min: 0, max: 20 }),
  basis: fc.constantFrom(...(['remaining', 'expended', 'initial'] as const)),
  percent: fc.integer({ min: -10_000, max: 30_000 }),
});

test('A78 no line takes less than nothing after a roll-over, whatever is invoiced and cancelled; all of its base is split', () => {
  fc.assert(
    fc.property(anyLine, ({ copies, each, cut, before, since, received, basis, percent }) => {
      const shares: Shares = [
        { fund: 'A', percent: cut },
        { fund: 'B', percent: 10_000 - cut },
      ];
      const line = { ...invoiced(lineOf(copies, each, shares), ...before), received: Math.min(received, copies) };
      const rolled = rolledLine(line, '2026', { ...terms, basis, change: percent });
      const base = rolled.rolls?.at(-1)?.base ?? -1;
      expect(takenBy(rolled).reduce((sum, one) => sum + one, 0)).toBe(base);
      const later = cancelledLine(invoiced(rolled, ...since), 'Out of print');
      for (const amount of takenBy(later)) expect(amount).toBeGreaterThanOrEqual(0);
      expect(takenBy(later).reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(base);
    }),
  );
});

test('A81 an order that is moved back takes exactly what it took before, also after several years', () => {
  fc.assert(
    fc.property(anyLine, ({ copies, each, cut, before, received, basis, percent }) => {
      const shares: Shares = [
        { fund: 'A', percent: cut },
        { fund: 'B', percent: 10_000 - cut },
      ];
      const first = orderOf([[copies, each, shares]]);
      const order = { ...first, lines: first.lines.map((one) => ({ ...invoiced(one, ...before), received })) };
      const stated = { ...terms, basis, change: percent, funds: [{ fund: 'A', to: 'B' }] };
      const funds = by(fundOf('B', {}, { limits: { ...limits, encumbrance: 'unlimited' } }));
      const rolled = planOrder(order, stated, funds, step).rolled?.order;
      if (!rolled) return;
      expect(cameFrom(rolled, '2026')).toBe(true);
      const twice = planOrder(rolled, { ...stated, to: '2028' }, funds, step).rolled?.order;
      const once = twice ? restoredOrder(twice, '2027', step) : rolled;
      expect(once.lines).toEqual(rolled.lines);
      const back = restoredOrder(once, '2026', step);
      expect([back.year, back.lines]).toEqual(['2026', order.lines]);
      expect(encumberedBy(back.lines)).toEqual(encumberedBy(order.lines));
    }),
  );
});

test('a year is rolled over into a later one in the same currency; another person commits it where another one approves orders', () => {
  const year = (firstDay: string, lastDay: string, currency = 'EUR'): FiscalYear => ({
    ...{ year: firstDay.slice(0, 4), name: '', firstDay, lastDay, timeZone: 'UTC', currency },
    ...{ orderGraceDays: 0, invoiceGraceDays: 0 },
  });
  const [old, next] = [year('2026-01-01', '2026-12-31'), year('2027-01-01', '2027-12-31')];
  expect([refusedYears(old, next), refusedYears(next, old), refusedYears(old, { ...next, currency: 'USD' })]).toEqual([
    ...[undefined, 'years-order', 'years-currency'],
  ]);
  expect([needsSecond([old, next]), needsSecond([old, { approvalAbove: 0 }])]).toEqual([false, true]);
});

test('a limit of the new year above the money allows more than it', () => {
  const wide = withTerms(fundOf('BOOKS', { initial: 1_000 }), {
    name: 'B',
    state: 'active',
    limits: { ...limits, encumbrance: 200 },
  });
  expect(planOrder(orderOf([[1, 2_000]]), terms, by(wide), step).row.outcome).toBe('rolls');
});
