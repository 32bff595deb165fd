import fc from 'fast-check';
import { type Amounts, figuresOf, noAmounts, plus } from './figures.ts';
import { type FiscalYear, lastPostingDay, overlapping, postingsOn, yearOn, yearStateOn } from './fiscal-year.ts';
import { type Fund, type FundTerms, fundSchema, levelsOf, newFund, withTerms } from './fund.ts';
import { linesOf } from './fund-entry.ts';
import { fundView, inTree } from './fund-view.ts';
import { headroomOf, type Limits, mostOf, percentUsed, warns } from './limits.ts';
import { changesOf, type Move, needsOf, scopes, shortOf } from './move-money.ts';

const limits = (over: Partial<Limits> = {}): Limits => ({
  ...{ encumbrance: 100, expenditure: 100, warning: 'none' },
  ...over,
});
const posted = (over: Partial<Amounts>): Amounts => ({ ...noAmounts, ...over });
const terms = (over: Partial<FundTerms> = {}): FundTerms => ({
  ...{ name: 'Books', state: 'active', limits: limits() },
  ...over,
});

describe('The figures of a fund', () => {
  test('A1 derive from what was posted: allocated, funding, used, available and cash', () => {
    const allocations = { initial: 10_000_000, allocatedIn: 2_000_000, allocatedOut: 500_000, transfers: -100_000 };
    const use = { encumbered: 3_000_000, awaiting: 400_000, expended: 5_000_000, credits: 60_000 };
    expect(figuresOf(posted({ ...allocations, ...use }))).toMatchObject({
      ...{ allocated: 11_500_000, funding: 11_400_000, used: 8_340_000, available: 3_060_000, cash: 6_460_000 },
    });
  });

  test('A2 more is ordered than is left: over-encumbered, not over-expended', () => {
    const use = { initial: 1000, encumbered: 700, awaiting: 200, expended: 250, credits: 50 };
    expect(figuresOf(posted(use))).toMatchObject({ available: -100, overEncumbered: 100, overExpended: 0 });
  });

  test('A3 more is spent than there is: the whole of what is ordered is over, too', () => {
    const use = { initial: 1000, encumbered: 300, awaiting: 500, expended: 800, credits: 100 };
    expect(figuresOf(posted(use))).toMatchObject({ available: -500, overEncumbered: 300, overExpended: 200 });
  });
});

describe('The limits of a fund', () => {
  const most = (over: Partial<Amounts>, of: Limits, kind: 'order' | 'invoice') =>
    mostOf(headroomOf(posted(over), of), kind);

  test('A4 orders up to 110 % of the funding', () => {
    const used = { initial: 100_000, encumbered: 100_000, expended: 5_000 };
    expect(most(used, limits({ encumbrance: 110 }), 'order')).toBe(5_000);
  });

  test('A5 invoices up to 95 % of the funding', () => {
    const used = { initial: 100_000, expended: 90_000, awaiting: 4_000 };
    expect(most(used, limits({ expenditure: 95 }), 'invoice')).toBe(1_000);
  });

  test('A6 no limit is a choice of its own, and 0 % allows nothing', () => {
    const none = limits({ encumbrance: 'unlimited', expenditure: 0 });
    expect(most({ initial: 100, encumbered: 900 }, none, 'order')).toBeUndefined();
    expect(most({ initial: 100 }, none, 'invoice')).toBe(0);
    expect(most({}, limits(), 'order')).toBe(0);
  });

  test('A7 a warning at 80 %, a stop above 100 %', () => {
    const [before, of] = [{ initial: 500_000, encumbered: 380_000 }, limits({ warning: 80 })];
    const after = posted({ ...before, encumbered: 410_000 });
    expect([warns(posted(before), of), warns(after, of), percentUsed(after)]).toEqual([false, true, 82]);
    expect([most(before, of, 'order'), percentUsed(posted({ ...before, encumbered: 500_000 }))]).toEqual([
      120_000, 100,
    ]);
    expect([warns(after, limits()), warns(posted({ encumbered: 1 }), of), warns(noAmounts, of)]).toEqual([
      ...[false, true, false],
    ]);
  });

  test('A8 what an order promised is free for its invoice', () => {
    const [before, after] = [
      { initial: 10_000, encumbered: 10_000 },
      { initial: 10_000, awaiting: 10_000 },
    ];
    expect([most(before, limits(), 'order'), most(before, limits(), 'invoice')]).toEqual([0, 10_000]);
    expect(most(after, limits(), 'invoice')).toBe(0);
  });

  test('a limit is rounded down, and credits beyond what was spent allow no more than the limit', () => {
    expect(most({ initial: 199 }, limits({ encumbrance: 50 }), 'order')).toBe(99);
    expect(most({ initial: 100, credits: 40 }, limits(), 'order')).toBe(100);
    expect(percentUsed(noAmounts)).toBeUndefined();
  });
});

const place = { memberId: 'riverton', year: '2026' };
/** A day on which orders and invoices are posted. */
const both = { order: true, invoice: true };
type Tree = Map<string, Fund>;

/** BOOKS with ADULT and CHILD under it, COMICS under CHILD, and SERIALS beside it, each with money of its own. */
const tree = (over: Partial<Record<string, Limits>> = {}): Tree => {
  const funds: Tree = new Map();
  const rows: [code: string, parent?: string][] = [
    ...([['BOOKS'], ['ADULT', 'BOOKS'], ['CHILD', 'BOOKS'], ['COMICS', 'CHILD'], ['SERIALS']] as [string, string?][]),
  ];
  for (const [code, parent] of rows) {
    const above = parent === undefined ? undefined : funds.get(parent);
    const named = { ...place, code };
    const stated = terms({ ...(parent !== undefined && { parent }), limits: over[code] ?? limits() });
    funds.set(code, newFund(named, stated, above));
  }
  return funds;
};
const levels = (funds: Tree, code: string) => levelsOf(funds, funds.get(code) as Fund);

/** Applies a movement as the table does: by addition to what is stored. */
const made = (funds: Tree, move: Move): Tree => {
  const after = new Map(funds);
  for (const { fund, amounts, headroom } of changesOf(move)) {
    const sums = { own: plus(fund.amounts.own, amounts.own), whole: plus(fund.amounts.whole, amounts.whole) };
    const headrooms = Object.fromEntries(
      scopes.map((scope) => [
        scope,
        Object.fromEntries(
          Object.entries(fund.headroom[scope]).map(([name, left]) => [
            name,
            left + headroom[scope][name as 'available'],
          ]),
        ),
      ]),
    ) as Fund['headroom'];
    after.set(fund.code, fundSchema.parse({ ...fund, amounts: sums, headroom: headrooms }));
  }
  return after;
};
const given = (funds: Tree, code: string, amount: number): Tree =>
  made(funds, { kind: 'allocation', amount, to: levels(funds, code) });
const transfer = (funds: Tree, from: string, to: string, amount: number): Move => ({
  ...{ kind: 'transfer', amount, from: levels(funds, from), to: levels(funds, to) },
});
const used = (funds: Tree, code: string, use: Partial<Amounts>): Tree => {
  const after = new Map(funds);
  for (const [at, { code: level }] of levels(funds, code).entries()) {
    const fund = after.get(level) as Fund;
    const { own, whole } = fund.amounts;
    const amounts = { own: at === 0 ? plus(own, use) : own, whole: plus(whole, use) };
    const headroom = { own: headroomOf(amounts.own, fund.limits), whole: headroomOf(amounts.whole, fund.limits) };
    after.set(level, { ...fund, amounts, headroom });
  }
  return after;
};
const own = (funds: Tree, code: string) => figuresOf((funds.get(code) as Fund).amounts.own);
const whole = (funds: Tree, code: string) => figuresOf((funds.get(code) as Fund).amounts.whole);

describe('Movements of money', () => {
  test('A13 a transfer of what is available moves both budgets and leaves the sum; a cent more is refused with the figure', () => {
    const funds = given(given(tree(), 'ADULT', 50_000), 'SERIALS', 10_000);
    const tooMuch = transfer(funds, 'ADULT', 'SERIALS', 50_001);
    expect(shortOf(tooMuch)).toMatchObject({ fund: { code: 'ADULT' }, scope: 'own', most: 50_000 });
    const move = transfer(funds, 'ADULT', 'SERIALS', 50_000);
    expect(shortOf(move)).toBeUndefined();
    const after = made(funds, move);
    expect([own(after, 'ADULT').funding, own(after, 'SERIALS').funding]).toEqual([0, 60_000]);
    expect([whole(after, 'BOOKS').funding, whole(after, 'BOOKS').allocated]).toEqual([0, 50_000]);
    expect(linesOf(move)).toEqual([
      { fund: 'ADULT', amount: -50_000 },
      { fund: 'SERIALS', amount: 50_000 },
    ]);
  });

  test('a fund that is too small names the most that every limit of every level allows', () => {
    const half = limits({ encumbrance: 'unlimited', expenditure: 50 });
    const funds = used(given(tree({ BOOKS: half }), 'BOOKS', 10_000), 'BOOKS', { expended: 2_000 });
    const most = shortOf(transfer(funds, 'BOOKS', 'SERIALS', 9_000))?.most ?? 0;
    expect(most).toBeLessThan(8_000);
    expect(shortOf(transfer(funds, 'BOOKS', 'SERIALS', most))).toBeUndefined();
    expect(shortOf(transfer(funds, 'BOOKS', 'SERIALS', most + 1))).toMatchObject({ most });
  });

  test('A16 a fund shows what was used by the funds under it, and its limit holds for them together', () => {
    const money = given(tree({ ADULT: limits({ encumbrance: 'unlimited' }) }), 'BOOKS', 20_000);
    const spent = used(used(used(money, 'ADULT', { expended: 8_000 }), 'BOOKS', { expended: 2_000 }), 'CHILD', {
      expended: 6_000,
    });
    expect([whole(spent, 'BOOKS').used, own(spent, 'BOOKS').used, whole(spent, 'CHILD').used]).toEqual([
      ...[16_000, 2_000, 6_000],
    ]);
    expect(fundView(levels(spent, 'ADULT'), both).mostToOrder).toBe(4_000);
    expect(fundView(levels(spent, 'BOOKS'), both)).toMatchObject({ mostToOrder: 4_000, percent: 80 });
  });

  test('the largest order of a fund is 0 on a day on which its year takes no orders', () => {
    const funds = levels(given(tree(), 'COMICS', 700), 'COMICS');
    expect(fundView(funds, { order: false, invoice: true })).toMatchObject({ mostToOrder: 0, mostToInvoice: 700 });
  });

  test('A17 a frozen fund takes no order and still invoices; an inactive one neither, and so do those under it', () => {
    const frozen = given(tree(), 'COMICS', 700);
    frozen.set('CHILD', withTerms(frozen.get('CHILD') as Fund, terms({ parent: 'BOOKS', state: 'frozen' })));
    expect(fundView(levels(frozen, 'COMICS'), both)).toMatchObject({ mostToOrder: 0, mostToInvoice: 700 });
    frozen.set('CHILD', withTerms(frozen.get('CHILD') as Fund, terms({ parent: 'BOOKS', state: 'inactive' })));
    expect(fundView(levels(frozen, 'COMICS'), both)).toMatchObject({ mostToOrder: 0, mostToInvoice: 0 });
  });

  test('money that the funds under a fund used is not there to be moved out of it', () => {
    const free = limits({ encumbrance: 'unlimited', expenditure: 'unlimited' });
    const funds = used(given(tree({ ADULT: free }), 'BOOKS', 10_000), 'ADULT', { encumbered: 7_000 });
    expect(shortOf(transfer(funds, 'BOOKS', 'SERIALS', 3_001))).toMatchObject({ scope: 'whole', most: 3_000 });
    expect(shortOf(transfer(funds, 'BOOKS', 'SERIALS', 3_000))).toBeUndefined();
    expect(shortOf(transfer(funds, 'BOOKS', 'CHILD', 10_000))).toBeUndefined();
  });

  test('a limit below 100 % stays met when money leaves', () => {
    const funds = used(given(tree({ SERIALS: limits({ expenditure: 50 }) }), 'SERIALS', 10_000), 'SERIALS', {
      expended: 2_000,
    });
    expect(shortOf(transfer(funds, 'SERIALS', 'BOOKS', 6_001))).toMatchObject({ most: 6_000 });
    expect(shortOf(transfer(funds, 'SERIALS', 'BOOKS', 6_000))).toBeUndefined();
  });

  test('the first allocation is the initial one, later ones are in and out, and movements between funds are both', () => {
    const first = given(given(tree(), 'ADULT', 500), 'ADULT', 200);
    const back = made(first, { kind: 'allocation', amount: 100, from: levels(first, 'ADULT') });
    const move: Move = { kind: 'allocation', amount: 50, from: levels(back, 'ADULT'), to: levels(back, 'COMICS') };
    const after = made(back, move);
    expect(after.get('ADULT')?.amounts.own).toMatchObject({ initial: 500, allocatedIn: 200, allocatedOut: 150 });
    expect(after.get('COMICS')?.amounts.own).toMatchObject({ initial: 0, allocatedIn: 50 });
    expect([whole(after, 'CHILD').allocated, whole(after, 'BOOKS').allocated]).toEqual([50, 600]);
    expect(linesOf({ kind: 'allocation', amount: 5, to: levels(after, 'BOOKS') })[0]).toEqual({
      ...{ fund: 'outside', amount: -5 },
    });
  });

  test('after any movements, what the limits allow is what the amounts say, sums are whole, and no fund lacks money', () => {
    const code = fc.constantFrom('BOOKS', 'ADULT', 'CHILD', 'COMICS', 'SERIALS');
    const amount = fc.integer({ min: 1, max: 2_000 });
    const kind = fc.constantFrom('allocation' as const, 'transfer' as const);
    const step = fc.record({ kind, from: fc.option(code), to: fc.option(code), amount });
    const percent = fc.constantFrom(0, 33, 95, 100, 110, 'unlimited' as const);
    const many = fc.array(step, { maxLength: 30 });
    fc.assert(
      fc.property(fc.array(percent, { minLength: 5, maxLength: 5 }), many, (percents, moves) => {
        const [books = 0, adult = 0, child = 0, comics = 0, serials = 0] = percents;
        const each = { BOOKS: books, ADULT: adult, CHILD: child, COMICS: comics, SERIALS: serials };
        const of = Object.entries(each).map(([name, one]) => [name, limits({ encumbrance: one, expenditure: one })]);
        let funds = tree(Object.fromEntries(of));
        let outside = 0;
        for (const { kind: how, from, to, amount: moved } of moves) {
          if (from === to || (how === 'transfer' && (from === null || to === null))) continue;
          const side = (name: string | null) => (name === null ? undefined : levels(funds, name));
          const move: Move = { kind: how, amount: moved, from: side(from), to: side(to) };
          if (shortOf(move)) continue;
          funds = made(funds, move);
          outside += (from === null ? moved : 0) - (to === null ? moved : 0);
        }
        for (const { amounts, headroom, limits: set } of funds.values())
          for (const scope of scopes) expect(headroom[scope]).toEqual(headroomOf(amounts[scope], set));
        const sum = (names: string[]) => names.reduce((total, name) => total + own(funds, name).funding, 0);
        expect(whole(funds, 'BOOKS').funding).toBe(sum(['BOOKS', 'ADULT', 'CHILD', 'COMICS']));
        expect(sum([...funds.keys()])).toBe(outside);
        for (const name of funds.keys()) expect(own(funds, name).available).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  });

  test('a gain needs nothing', () => {
    const [change] = changesOf({ kind: 'allocation', amount: 5, to: levels(tree(), 'BOOKS') });
    expect(change && needsOf(change)).toEqual([]);
  });

  test('funds are listed as a tree', () => {
    expect(inTree([...tree().values()].toReversed()).map(({ code }) => code)).toEqual([
      ...['BOOKS', 'ADULT', 'CHILD', 'COMICS', 'SERIALS'],
    ]);
  });
});

describe('Fiscal years', () => {
  const year = (over: Partial<FiscalYear> = {}): FiscalYear => ({
    ...{ year: '2025-26', name: '2025/26', firstDay: '2025-07-01', lastDay: '2026-06-30', timeZone: 'Europe/Berlin' },
    ...{ currency: 'EUR', orderGraceDays: -14, invoiceGraceDays: 60, ...over },
  });
  const closed = { at: '2026-07-01T00:00:00.000Z', by: 'staff:stf_1' };

  test('A83 orders stop 14 days before the end, invoices 60 days after it', () => {
    expect([lastPostingDay(year(), 'order'), lastPostingDay(year(), 'invoice')]).toEqual(['2026-06-16', '2026-08-29']);
    expect(['2025-06-30', '2026-06-16', '2026-06-17', '2026-08-30'].map((day) => postingsOn(year(), day))).toEqual([
      ...[{ order: false, invoice: false }, both, { order: false, invoice: true }, { order: false, invoice: false }],
    ]);
    expect(yearStateOn(year(), '2026-08-29')).toBe('grace');
    expect(yearStateOn(year(), '2026-08-30')).toBe('closed');
  });

  test('a year is in the future, open, in grace and closed; a person may close it earlier', () => {
    const states = ['2025-06-30', '2025-07-01', '2026-06-30', '2026-07-01'].map((day) => yearStateOn(year(), day));
    expect(states).toEqual(['future', 'open', 'open', 'grace']);
    expect(yearStateOn(year({ closed }), '2026-06-30')).toBe('closed');
  });

  test('the current year is the last that has begun, and no two share a day', () => {
    const next = year({ year: '2026-27', firstDay: '2026-07-01', lastDay: '2027-06-30' });
    const on = (day: string) => yearOn([next, year()], () => day)?.year;
    expect([on('2026-06-30'), on('2026-07-01'), on('2029-01-01'), on('2020-01-01')]).toEqual([
      ...['2025-26', '2026-27', '2026-27', '2025-26'],
    ]);
    expect(yearOn([], () => '2026-01-01')).toBeUndefined();
    expect(overlapping([year(), next], next)).toBeUndefined();
    expect(overlapping([year(), next], year({ lastDay: '2026-07-01' }))?.year).toBe('2026-27');
  });
});
