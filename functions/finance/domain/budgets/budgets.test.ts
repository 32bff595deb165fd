import fc from 'fast-check';
import { monthReport } from '../usage-report/month-report.ts';
import { monthInput, reported } from '../usage-report/synthetic-month.ts';
import { alertName, alertSchema, alertsOf } from './alert.ts';
import { type Budget, budgetIn, budgetSchema } from './budget.ts';
import { budgetStatusOf, budgetStatusSchema } from './budget-status.ts';
import { daysOf, monthsOf, periodOf, periodsBack } from './span.ts';
import { type Spending, spendingOf, spendingSchema } from './spending.ts';

const at = '2026-11-24T10:00:00.000Z';
const budgetOf = (over: Partial<Budget> = {}): Budget =>
  budgetSchema.parse({
    ...{ owner: 'riverton', measure: 'platform', span: 'month', from: '2026-11', amount: 10_000, currency: 'USD' },
    ...{ thresholds: { actual: [50, 80, 100], forecast: 100 }, set: { at, by: 'staff:stf_1' }, v: 1 },
    ...over,
  });
const spent = (month: string, amount: number, days = 30, over: Partial<Spending> = {}): Spending => ({
  ...{ owner: 'riverton', month, asOf: Date.parse(at), days, settled: false },
  ...{ platform: { amount, currency: 'USD' }, ...over },
});
const inNovember = (amount: number, days: number, budget = budgetOf()) =>
  budgetStatusOf(budget, '2026-11', [spent('2026-11', amount, days)], 1);
const names = (budget: Budget, amount: number, days: number) =>
  alertsOf(budget, inNovember(amount, days, budget), at).map(({ weighs, threshold }) => `${weighs} ${threshold}`);

describe('A period of a budget', () => {
  it('is a month, or a fiscal year by the year in which it begins', () => {
    expect([periodOf('month', '2026-03', 7), periodOf('year', '2026-03', 7), periodOf('year', '2026-07', 7)]).toEqual([
      '2026-03',
      '2025',
      '2026',
    ]);
    expect(monthsOf('2025', 7).at(0)).toBe('2025-07');
    expect(monthsOf('2025', 7).at(-1)).toBe('2026-06');
    expect(periodsBack('year', '2026-03', 7, 2)).toEqual(['2025', '2024']);
    expect(periodsBack('month', '2026-01', 7, 3)).toEqual(['2026-01', '2025-12', '2025-11']);
  });

  it('has its own months and no others, whenever the fiscal year begins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 2020, max: 2040 }), (startsIn, year) => {
        const months = monthsOf(String(year), startsIn);
        expect(new Set(months).size).toBe(12);
        expect(months.every((month) => periodOf('year', month, startsIn) === String(year))).toBe(true);
        expect([365, 366]).toContain(daysOf(months));
      }),
    );
  });
});

describe('A budget', () => {
  it('is valid from its first period until the next begins or it is ended', () => {
    const list = [
      budgetOf({ from: '2026-03', amount: 2 }),
      budgetOf({ from: '2026-01', amount: 1 }),
      budgetOf({ from: '2026-06', amount: 0 }),
      budgetOf({ span: 'year', from: '2026', amount: 9 }),
    ];
    const amountIn = (period: string) => budgetIn(list, { measure: 'platform', span: 'month' }, period)?.amount;
    expect(['2025-12', '2026-01', '2026-02', '2026-03', '2026-05', '2026-06'].map(amountIn)).toEqual([
      undefined,
      1,
      1,
      2,
      2,
      undefined,
    ]);
  });

  it('accepts ascending thresholds, each once', () => {
    const read = (actual: number[]) => budgetSchema.safeParse({ ...budgetOf(), thresholds: { actual } }).success;
    expect([read([50, 80]), read([]), read([80, 50]), read([80, 80]), read([0])]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('The spending of a budget', () => {
  it('is forecast from the known days, after a week', () => {
    expect(inNovember(2000, 6).forecast).toBeUndefined();
    expect(inNovember(2000, 10)).toMatchObject({
      actual: 2000,
      actualPercent: 20,
      forecast: 6000,
      forecastPercent: 60,
    });
    expect(inNovember(2000, 30)).toMatchObject({ forecast: 2000, knownDays: 30, days: 30 });
  });

  it('in a fiscal year is the sum of its months; without a first known day there is no forecast', () => {
    const year = budgetOf({ span: 'year', from: '2026', amount: 100_000 });
    const rows = [spent('2026-09', 3000), spent('2026-10', 3100, 31), spent('2026-11', 1000, 10), spent('2026-06', 99)];
    const status = budgetStatusOf(year, '2026', rows, 7);
    // 71 days cost 7,100; 20 days of November and 212 to the end of June remain.
    expect(status).toMatchObject({ actual: 7100, knownDays: 71, days: 365, forecast: 7100 + 100 * 232 });
    expect(status).toMatchObject({ firstDay: '2026-07-01', lastDay: '2027-06-30' });
    expect(budgetStatusSchema.parse(status)).toEqual(status);
  });

  it('by statements counts only months with a statement, each in full, and only in its own currency', () => {
    const year = budgetOf({ measure: 'statement', span: 'year', from: '2026', currency: 'EUR', amount: 120_000 });
    const stated = (amount: number, currency = 'EUR') => ({ statement: { amount, currency } });
    const rows = [
      spent('2026-07', 1, 31, stated(6200)),
      spent('2026-08', 1, 31, stated(6200, 'USD')),
      spent('2026-09', 1),
    ];
    expect(budgetStatusOf(year, '2026', rows, 7)).toMatchObject({
      ...{ actual: 6200, knownDays: 31, forecast: 6200 + 200 * (365 - 31) },
    });
  });

  it('rounds percentages down, so that a threshold shows as reached only when it is', () => {
    expect(inNovember(7999, 30).actualPercent).toBe(79);
    expect(inNovember(8000, 30).actualPercent).toBe(80);
    expect(inNovember(-1, 30).actualPercent).toBe(-1);
  });
});

describe('Alerts of a budget', () => {
  it('are raised on reaching a threshold to the minor unit, and on a forecast above the whole budget', () => {
    const budget = budgetOf();
    expect(names(budget, 4999, 30)).toEqual([]);
    expect(names(budget, 5000, 30)).toEqual(['actual 50']);
    expect(names(budget, 7999, 30)).toEqual(['actual 50']);
    expect(names(budget, 10_000, 30)).toEqual(['actual 50', 'actual 80', 'actual 100']);
    expect(names(budget, 5000, 15)).toEqual(['actual 50']);
    expect(names(budget, 5001, 15)).toEqual(['actual 50', 'forecast 100']);
  });

  it('are exact at any boundary', () => {
    const amounts = fc.integer({ min: 1, max: 1_000_000_000_000 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 1000 }), (amount, threshold) => {
        const budget = budgetOf({ amount, thresholds: { actual: [threshold] } });
        const border = Number((BigInt(amount) * BigInt(threshold) + 99n) / 100n);
        expect(names(budget, border, 30)).toEqual([`actual ${threshold}`]);
        expect(names(budget, border - 1, 30)).toEqual([]);
      }),
    );
  });

  it('are the same set in any order of readings, however often each occurs', () => {
    const readings = fc.array(fc.tuple(fc.nat({ max: 15_000 }), fc.integer({ min: 1, max: 30 })), { maxLength: 12 });
    const raisedBy = (list: readonly (readonly [number, number])[]): string[] => {
      const raised = new Map<string, string>();
      for (const [amount, days] of list)
        for (const alert of alertsOf(budgetOf(), inNovember(amount, days), at))
          if (!raised.has(alertName(alert))) raised.set(alertName(alert), alert.at);
      return [...raised.keys()].toSorted();
    };
    fc.assert(
      fc.property(
        readings.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 })),
        ),
        ([list, replayed]) => expect(raisedBy(replayed)).toEqual(raisedBy(list)),
      ),
    );
  });

  it('have an id of their own for each version of a budget, period and threshold', () => {
    const all = [1, 2].flatMap((v) =>
      ['2026-11', '2026-12'].flatMap((period) => {
        const budget = budgetOf({ v });
        return alertsOf(budget, { ...inNovember(20_000, 10), period }, at);
      }),
    );
    expect(all.length).toBe(16);
    expect(new Set(all.map(alertName)).size).toBe(16);
    for (const alert of all) expect(alertSchema.parse(alert)).toEqual(alert);
  });
});

describe('Spending of a month', () => {
  const report = reported(monthReport(monthInput('2026-10')));

  it('sums over members to the consortium’s, and equals the report', () => {
    const rows = spendingOf(report, undefined, Date.parse('2026-10-09T08:00:00.000Z'));
    const [whole, ...members] = rows.map((row) => spendingSchema.parse(row));
    expect(whole).toMatchObject({ owner: 'consortium', days: 9, settled: false });
    expect(whole?.platform).toEqual({ amount: report.roundedTotal, currency: 'USD' });
    expect(members.reduce((sum, { platform }) => sum + platform.amount, 0)).toBe(report.roundedTotal);
  });

  it('uses statements once the month is closed, and is then final', () => {
    const stated = { currency: 'EUR', total: 70, byMember: new Map([['abbey', 70]]) };
    const rows = spendingOf(report, stated, Date.parse(at));
    expect(rows.find(({ owner }) => owner === 'abbey')).toMatchObject({
      ...{ days: 31, settled: true, statement: { amount: 70, currency: 'EUR' } },
    });
    expect(rows[0]?.statement).toEqual({ amount: 70, currency: 'EUR' });
  });

  it('is zero without use', () => {
    expect(spendingOf({ ...report, roundedTotal: 0 }, undefined, Date.parse(at))).toEqual([]);
  });
});
