import fc from 'fast-check';
import { encumbrancesOf, overLimit } from './encumbrance.ts';
import { noAmounts } from './figures.ts';
import { type Fund, newFund, withTerms } from './fund.ts';
import { headroomOf } from './limits.ts';
import { encumberedBy, gapIn, needsApproval, type OrderTerms, pendingOrder, withCancelled } from './order.ts';
import { gapOf, priceOf, splitPrice } from './order-price.ts';

const price = { printed: 0, printedPrice: 0, electronic: 0, electronicPrice: 0, discount: 0, added: 0 };
const percents = (...shares: [string, number][]) => shares.map(([fund, percent]) => ({ fund, percent }));
const written = { orderId: 'ord_1', memberId: 'riverton', by: 'staff:stf_1', at: '2026-10-21T12:00:00.000Z', v: 1 };
const terms = (...lines: OrderTerms['lines']): OrderTerms => ({ year: '2026', vendor: 'A bookshop', lines });
const line = (amount: number, fund = 'BOOKS') => ({
  ...{ title: 'Emma', price: { ...price, printed: 1, printedPrice: amount }, shares: percents([fund, 10_000]) },
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
  expect(priceOf(wanted)).toBe(12_623);
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

test('A20 shares of nothing are kept', () => {
  expect([...splitPrice(percents(['A', 3_334], ['B', 3_333], ['C', 3_333]), 2)]).toEqual([
    ['A', 1],
    ['B', 1],
    ['C', 0],
  ]);
});

test('A21 shares that do not make up the price are refused with the gap', () => {
  const amounts = (...of: [string, number][]) => of.map(([fund, amount]) => ({ fund, amount }));
  expect(gapOf(percents(['A', 5_000], ['B', 4_999]), 100)).toEqual({ code: 'percents-differ', gap: 1 });
  expect(gapOf(amounts(['A', 5_000], ['B', 5_001]), 10_000)).toEqual({ code: 'amounts-differ', gap: -1 });
  expect(gapOf([...percents(['A', 5_000]), ...amounts(['B', 0])], 0)).toEqual({ code: 'mixed-shares', gap: 0 });
  expect(gapOf(percents(['A', 5_000], ['A', 5_000]), 100)).toEqual({ code: 'same-share', gap: 0 });
  expect(gapIn(terms(line(5), { ...line(5), shares: percents(['A', 1]) }))).toMatchObject({ line: 2, gap: 9_999 });
  expect(gapIn(terms(line(5)))).toBeUndefined();
});

test('A31 a cancelled line frees its money and the order stays open; with the last line the order is cancelled', () => {
  const order = {
    ...pendingOrder({ ...written, terms: terms(line(4_000), line(6_000, 'SERIALS')) }),
    state: 'open' as const,
  };
  expect([order.total, [...encumberedBy(order.lines)]]).toEqual([
    10_000,
    [
      ['BOOKS', 4_000],
      ['SERIALS', 6_000],
    ],
  ]);
  const cancelled = { reason: 'Out of print', by: written.by, at: written.at };
  const one = withCancelled(order, 1, cancelled);
  expect([one.state, [...encumberedBy(one.lines)]]).toEqual(['open', [['SERIALS', 6_000]]]);
  expect(withCancelled(one, undefined, cancelled)).toMatchObject({ state: 'cancelled', v: 3 });
});

test('A36 an order above the limit of its year waits for another person', () => {
  const of = (total: number) => needsApproval(pendingOrder({ ...written, terms: terms(line(total)) }), 50_000);
  expect([of(50_000), of(50_001)]).toEqual([false, true]);
  expect(needsApproval(pendingOrder({ ...written, terms: terms(line(50_001)) }), undefined)).toBe(false);
});

describe('What an order promises', () => {
  const limits = { encumbrance: 110, expenditure: 100, warning: 'none' as const };
  const place = { memberId: 'riverton', year: '2026' };
  const given = (fund: Fund, own: number, whole: number): Fund => {
    const amounts = { own: { ...noAmounts, initial: own }, whole: { ...noAmounts, initial: whole } };
    return {
      ...fund,
      amounts,
      headroom: { own: headroomOf(amounts.own, fund.limits), whole: headroomOf(amounts.whole, fund.limits) },
    };
  };
  const books = given(
    newFund({ ...place, code: 'BOOKS' }, { name: 'Books', state: 'active', limits }, undefined),
    0,
    100_000,
  );
  const adult = given(
    newFund({ ...place, code: 'ADULT' }, { name: 'Adults', parent: 'BOOKS', state: 'active', limits }, books),
    100_000,
    100_000,
  );

  test('A4 is refused above 110 % with the fund, the limit, what is used, and what was asked', () => {
    const used = { ...noAmounts, initial: 100_000, encumbered: 105_000 };
    const nearly = withTerms(
      { ...adult, amounts: { own: used, whole: used } },
      { name: 'Adults', parent: 'BOOKS', state: 'active', limits },
    );
    const asked = (amount: number) => overLimit(encumbrancesOf([{ levels: [nearly], amount }]));
    expect(asked(5_000)).toBeUndefined();
    expect(asked(5_001)).toMatchObject({ fund: { code: 'ADULT' }, limit: 110_000, used: 105_000, asked: 5_001 });
  });

  test('A16 counts at every level once, and two lines on one fund count together', () => {
    const promised = encumbrancesOf([
      { levels: [adult, books], amount: 60_000 },
      { levels: [adult, books], amount: 60_000 },
    ]);
    expect(promised).toMatchObject([
      { own: 120_000, whole: 120_000 },
      { own: 0, whole: 120_000 },
    ]);
    expect(overLimit(promised)).toMatchObject({ fund: { code: 'ADULT' }, limit: 110_000, used: 0, asked: 120_000 });
  });
});
