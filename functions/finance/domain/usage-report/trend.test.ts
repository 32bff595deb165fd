import { fromMinorUnits } from '../../../../layers/kernel/money/exact.ts';
import type { MonthReport } from './model.ts';
import { type TrendMonth, trendOf } from './trend.ts';

const month = (name: string, cents: number, currency = 'USD'): TrendMonth => ({
  synthetic: false,
  report: {
    ...{ month: name, currency, minorDigits: 2, total: fromMinorUnits(cents), roundedTotal: cents },
    members: [{ member: 'riverton', roundedTotal: cents }],
  } as MonthReport,
});
const year = (cents: readonly number[]): TrendMonth[] =>
  cents.map((one, at) => month(`2026-${String(at + 1).padStart(2, '0')}`, one));

test('The trend begins with the first cost, and keeps a later month without any', () => {
  const trend = trendOf(year([0, 0, 500, 0, 700]), '2026-06');
  expect(trend?.months.map((one) => [one.month, one.amount])).toEqual([
    ['2026-03', 500],
    ['2026-04', 0],
    ['2026-05', 700],
  ]);
  expect(trend).not.toHaveProperty('forecast');
  expect(trendOf(year([0, 0]), '2026-06')).toBeUndefined();
  expect(trendOf([], '2026-06')).toBeUndefined();
});

test('The forecast follows the last month that has ended, not the running one', () => {
  const trend = trendOf(year([100, 100, 100, 100, 100, 100, 5]), '2026-07');
  expect(trend?.months.at(-1)).toMatchObject({ month: '2026-07', amount: 5, over: false });
  expect(trend?.forecast?.basedOn).toBe(6);
  expect(trend?.forecast?.months.map((one) => [one.month, one.middle])).toEqual(
    ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12'].map((name) => [name, 100]),
  );
});

test('Months in another currency and months before a gap do not enter the forecast', () => {
  const inEuro = [month('2025-12', 900, 'EUR'), ...year([100, 100, 100, 100, 100, 100])];
  expect(trendOf(inEuro, '2026-07')?.months).toHaveLength(6);
  const withGap = [month('2025-06', 900), ...year([100, 100, 100, 100, 100, 100])];
  expect(trendOf(withGap, '2026-07')?.forecast).toMatchObject({ basedOn: 6 });
});
