import fc from 'fast-check';
import { encumbrancesOf, overLimit } from './encumbrance.ts';
import { noAmounts } from './figures.ts';
import { type Fund, type FundTerms, newFund, withTerms } from './fund.ts';
import { headroomOf } from './limits.ts';
import { draftOrder, encumberedBy, gapIn, hasTooManyFunds, type Order, type OrderTerms, stateOf } from './order.ts';
import { gapOf, type Price, priceOf, splitPrice } from './order-price.ts';
import { type AskedStep, afterStep, needsApproval, stepFrom } from './order-step.ts';

const price = { printed: 0, printedPrice: 0, electronic: 0, electronicPrice: 0, discount: 0, tax: 0, added: 0 };
const percents = (...shares: [string, number][]) => shares.map(([fund, percent]) => ({ fund, percent }));
const terms = (...lines: OrderTerms['lines']): OrderTerms => ({ year: '2026', vendor: 'BOOKSHOP', lines });
const line = (amount: number, fund = 'BOOKS', copies = 1) => ({
  ...{ title: 'Emma', price: { ...price, printed: copies, printedPrice: amount } },
  shares: percents([fund, 10_000]),
});
const orderOf = (...lines: OrderTerms['lines']): Order =>
  draftOrder({
    ...{ orderId: 'ord_1', memberId: 'riverton', number: '2026/00001', currency: 'EUR', v: 1, steps: [] },
    ...{ terms: terms(...lines), by: 'staff:stf_1', at: '2026-10-21T12:00:00.000Z' },
  });
const open = (order: Order): Order => ({ ...order, state: 'placed' });
const take = (order: Order, ...steps: AskedStep[]): Order => {
  let taken = order;
  for (const step of steps) {
    const changed = afterStep(taken, step, false);
    if (typeof changed === 'string') throw new Error(changed);
    taken = { ...taken, ...changed };
  }
  return taken;
};
const sums = (order: Order) => Object.fromEntries(encumberedBy(order.lines));
const foreign = (currency: string, rate: string): Pick<Price, 'foreign'> => ({
  foreign: { currency, rate, source: 'ECB', on: '2026-10-21' },
});

test('A18 a discount is taken from the copies and not from added costs, and is rounded once', () => {
  const wanted = {
    printed: 3,
    printedPrice: 2_490,
    electronic: 1,
    electronicPrice: 6_000,
    discount: 1_000,
    added: 500,
  };
  expect(priceOf({ ...price, ...wanted }, 'EUR')).toEqual({ net: 12_123, tax: 0, added: 500, total: 12_623 });
});

test('A26 A27 a price in a foreign currency is converted by the rate of its line, whatever the decimals of both', () => {
  const of = (amount: number, currency: string, rate: string) =>
    priceOf({ ...price, printed: 1, printedPrice: amount, ...foreign(currency, rate) }, 'EUR').total;
  expect([of(25_000, 'USD', '0.9200'), of(4_800, 'JPY', '0.00615'), of(12_345, 'KWD', '3.01')]).toEqual([
    ...[23_000, 2_952, 3_716],
  ]);
  const yen = priceOf({ ...price, printed: 1, printedPrice: 1_000, added: 50, ...foreign('EUR', '160') }, 'JPY');
  expect(yen).toEqual({ net: 1_600, tax: 0, added: 80, total: 1_680 });
});

test('A28 net and tax are computed from the exact price of all copies, and each is rounded once', () => {
  const asked = { ...price, printed: 8, printedPrice: 1_699, discount: 4_200, tax: 1_965 };
  expect(priceOf(asked, 'EUR')).toMatchObject({ net: 7_883, tax: 1_549, total: 9_432 });
});

test('A19 a price is split by percent without losing a cent, whatever the order of the shares', () => {
  const shares = percents(['A', 3_334], ['B', 3_333], ['C', 3_333]);
  expect([...splitPrice(shares, 10_001).values()]).toEqual([3_335, 3_333, 3_333]);
  expect([...splitPrice(shares.toReversed(), 10_001)].toSorted()).toEqual([
    ['A', 3_335],
    ['B', 3_333],
    ['C', 3_333],
  ]);
  const weights = fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(weights, fc.integer({ min: 0, max: 1e9 }), (cuts, whole) => {
      const ends = [0, ...cuts.toSorted((a, b) => a - b), 10_000];
      const parts = ends.slice(1).map((end, at): [string, number] => [`F${at}`, end - (ends[at] ?? 0)]);
      expect(gapOf(percents(...parts), whole)).toBeUndefined();
      const split = [...splitPrice(percents(...parts), whole).values()];
      expect(split.reduce((sum, part) => sum + part, 0)).toBe(whole);
    }),
  );
});

test('A20 shares of nothing stay', () => {
  expect([...splitPrice(percents(['A', 3_334], ['B', 3_333], ['C', 3_333]), 2)]).toEqual([
    ['A', 1],
    ['B', 1],
    ['C', 0],
  ]);
});

test('A21 shares that do not make up the price are refused with the gap, and so are lines without copies or of too high a price', () => {
  const amounts = (...of: [string, number][]) => of.map(([fund, amount]) => ({ fund, amount }));
  expect(gapOf(percents(['A', 5_000], ['B', 4_999]), 100)).toEqual({ code: 'percents-differ', gap: 1 });
  expect(gapOf(amounts(['A', 5_000], ['B', 5_001]), 10_000)).toEqual({ code: 'amounts-differ', gap: -1 });
  expect(gapOf(amounts(['A', 5_000], ['B', 5_000]), 10_000)).toBeUndefined();
  expect(gapOf([...percents(['A', 5_000]), ...amounts(['B', 0])], 0)).toEqual({ code: 'mixed-shares', gap: 0 });
  expect(gapOf(percents(['A', 5_000], ['A', 5_000]), 100)).toEqual({ code: 'same-share', gap: 0 });
  const gaps = [
    terms(line(5), { ...line(5), shares: percents(['A', 1]) }),
    terms(line(5, 'BOOKS', 0)),
    terms(line(1_000_000_000, 'BOOKS', 1_001)),
  ].map((one) => gapIn(one, 'EUR'));
  expect(gaps).toMatchObject([
    { line: 2, gap: 9_999 },
    { code: 'no-copies', line: 1 },
    { code: 'price-too-high', gap: 1_000_000_000 },
  ]);
  expect(gapIn(terms(line(5)), 'EUR')).toBeUndefined();
  const funds = (count: number) => terms(...Array.from({ length: count }, (_, at) => line(1, `F${at}`)));
  expect([hasTooManyFunds(funds(15)), hasTooManyFunds(funds(16))]).toEqual([false, true]);
});

test('A31 a cancelled line releases its money and the order stays open; with the last line the order is cancelled', () => {
  const order = open(orderOf(line(4_000), line(6_000, 'SERIALS')));
  expect([order.total, sums(order)]).toEqual([10_000, { BOOKS: 4_000, SERIALS: 6_000 }]);
  const one = take(order, { act: 'cancel', line: 1, reason: 'Out of print' });
  expect([one.state, sums(one)]).toEqual(['placed', { BOOKS: 0, SERIALS: 6_000 }]);
  expect(afterStep(one, { act: 'cancel', line: 1, reason: 'Again' }, false)).toBe('bad-copies');
  const none = take(one, { act: 'cancel', reason: 'Vendor closed' });
  expect([none.state, sums(none)]).toEqual(['cancelled', { BOOKS: 0, SERIALS: 0 }]);
  const draft = orderOf(line(1), line(2));
  expect(take(draft, { act: 'cancel', reason: 'Not wanted' }).state).toBe('cancelled');
  expect(afterStep(draft, { act: 'cancel', line: 1, reason: 'Not wanted' }, false)).toBe('unknown-order-line');
});

test('A32 A33 copies that arrived stay encumbered when the missing ones are cancelled; a receipt that is taken back opens the order again', () => {
  const nine = open(orderOf(line(2_000, 'BOOKS', 9)));
  const eight = take(nine, { act: 'receive', line: 1, copies: 8 });
  expect([eight.state, sums(eight)]).toEqual(['partly-received', { BOOKS: 18_000 }]);
  const rest = take(eight, { act: 'cancel', line: 1, reason: 'Out of print' });
  expect([rest.state, sums(rest)]).toEqual(['received', { BOOKS: 16_000 }]);
  const back = take(rest, { act: 'receive', line: 1, copies: -1 });
  expect([back.state, sums(back)]).toEqual(['partly-received', { BOOKS: 16_000 }]);
  const wrong = [0, 2, -8].map((copies) => afterStep(back, { act: 'receive', line: 1, copies }, false));
  expect(wrong).toEqual(['bad-copies', 'bad-copies', 'bad-copies']);
  expect(afterStep(back, { act: 'receive', line: 2, copies: 1 }, false)).toBe('unknown-order-line');
});

test('A30 a placed order is withdrawn to a draft until something of it arrived, was cancelled, answered or invoiced', () => {
  const order = open(orderOf(line(4_000), line(2_000, 'SERIALS', 2)));
  const withdraw: AskedStep = { act: 'withdraw', reason: 'Wrong fund' };
  expect(take(order, withdraw)).toMatchObject({ state: 'draft', lines: order.lines });
  const [first, second] = order.lines;
  if (!first || !second) throw new Error('It has two lines.');
  const invoices = [{ invoiceId: 'inv_1', number: '900', copies: 1, amount: 4_000 }];
  const underWay = [
    { ...second, received: 1 },
    { ...second, cancelled: { copies: 1, reason: 'Out of print' } },
    { ...second, answer: { act: 'accepted' as const, document: 'R77', on: '2026-10-22' } },
    { ...second, invoices },
  ];
  for (const changed of underWay)
    expect(afterStep({ ...order, lines: [first, changed] }, withdraw, false)).toBe('order-underway');
  expect(stepFrom.withdraw).toEqual(['placed']);
});

test('whatever is received and cancelled, an order never encumbers more than before, and a cancelled one nothing', () => {
  const steps = fc.array(
    fc.oneof(
      fc.record({
        act: fc.constant('receive' as const),
        line: fc.integer({ min: 1, max: 2 }),
        copies: fc.integer({ min: -3, max: 3 }),
      }),
      fc.record({
        act: fc.constant('cancel' as const),
        line: fc.integer({ min: 1, max: 2 }),
        reason: fc.constant('x'),
      }),
    ),
    { maxLength: 12 },
  );
  const shares = percents(['A', 3_333], ['B', 6_667]);
  fc.assert(
    fc.property(steps, fc.integer({ min: 0, max: 9_999 }), (taken, amount) => {
      let order = open(orderOf({ ...line(amount, 'A', 3), shares }, line(77, 'B', 2)));
      for (const step of taken) {
        const before = sums(order);
        const changed = afterStep(order, step, false);
        if (typeof changed === 'string') continue;
        order = { ...order, ...changed };
        for (const [fund, sum] of Object.entries(sums(order))) expect(sum).toBeLessThanOrEqual(before[fund] ?? 0);
        expect(order.state).toBe(stateOf(order.lines));
        if (order.state === 'cancelled') expect(sums(order)).toEqual({ A: 0, B: 0 });
      }
    }),
  );
});

test('A36 an order above the limit of its year waits for another person', () => {
  const of = (total: number, limit?: number) => needsApproval(orderOf(line(total)), limit);
  expect([of(50_000, 50_000), of(50_001, 50_000), of(50_001)]).toEqual([false, true, false]);
  const placed = [false, true].map((needs) => afterStep(orderOf(line(1)), { act: 'place' }, needs));
  expect(placed).toMatchObject([{ state: 'placed' }, { state: 'waiting' }]);
});

describe('What an order encumbers', () => {
  const limits = { encumbrance: 110, expenditure: 100, warning: 'none' as const };
  const place = { memberId: 'riverton', year: '2026' };
  const named = (name: string, parent?: string): FundTerms => ({
    ...{ name, state: 'active', limits },
    ...(parent !== undefined && { parent }),
  });
  const given = (fund: Fund, own: number, whole: number): Fund => {
    const amounts = { own: { ...noAmounts, initial: own }, whole: { ...noAmounts, initial: whole } };
    const headroom = { own: headroomOf(amounts.own, limits), whole: headroomOf(amounts.whole, limits) };
    return { ...fund, amounts, headroom };
  };
  const books = given(newFund({ ...place, code: 'BOOKS' }, named('Books'), undefined), 0, 100_000);
  const adult = given(newFund({ ...place, code: 'ADULT' }, named('Adults', 'BOOKS'), books), 100_000, 100_000);

  test('A4 is refused above 110 % with the fund, the limit, what is used, and what was asked', () => {
    const used = { ...noAmounts, initial: 100_000, encumbered: 105_000 };
    const nearly = withTerms({ ...adult, amounts: { own: used, whole: used } }, named('Adults', 'BOOKS'));
    const asked = (amount: number) => overLimit(encumbrancesOf([{ levels: [nearly], amount }]));
    expect(asked(5_000)).toBeUndefined();
    const figures = { most: 5_000, limit: 110_000, used: 105_000, asked: 5_001 };
    expect(asked(5_001)).toMatchObject({ fund: { code: 'ADULT' }, ...figures });
  });

  test('A16 counts at every level once, and two lines on one fund count together', () => {
    const both = encumbrancesOf([
      { levels: [adult, books], amount: 60_000 },
      { levels: [adult, books], amount: 60_000 },
    ]);
    expect(both).toMatchObject([
      { own: 120_000, whole: 120_000 },
      { own: 0, whole: 120_000 },
    ]);
    expect(overLimit(both)).toMatchObject({ fund: { code: 'ADULT' }, limit: 110_000, used: 0, asked: 120_000 });
  });
});

test('A29 a received order that is closed encumbers nothing, and then takes no step', () => {
  const received = take(open(orderOf(line(4_000, 'BOOKS', 2))), { act: 'receive', line: 1, copies: 2 });
  expect([received.state, sums(received)]).toEqual(['received', { BOOKS: 8_000 }]);
  expect(afterStep(received, { act: 'close', reason: 'Done' }, false)).toBe('not-invoiced');
  const closed = take(received, { act: 'close', reason: 'Paid by card', withoutInvoice: true });
  expect([closed.state, sums(closed)]).toEqual(['closed', { BOOKS: 0 }]);
  expect(Object.values(stepFrom).flat()).not.toContain(closed.state);
});
