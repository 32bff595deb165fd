import { bookInForce, priceBooks } from '../pricing/books.ts';
import { type EstimateInput, estimate } from './estimate.ts';
import { costsOfYears, grown, workloadOfYear } from './five-years.ts';
import { librariesSchema, libraryShares } from './library-shares.ts';
import { completeCosts, paidCostFields } from './paid-costs.ts';
import { publishedFees } from './published-fees.ts';
import { wholeCost } from './whole-cost.ts';
import { wholeCostSchema } from './whole-schema.ts';
import { completeWorkload } from './workload.ts';

const book = bookInForce(priceBooks, 'us-east-1', '2026-11-30');
if (!book) throw new Error('No price book');
const { workload } = completeWorkload({});
const input: EstimateInput = {
  ...{ workload, month: '2026-11', logRetentionDays: 90, book, allowances: [] },
  resources: {
    search: { instanceType: 'm7g.large.search', instances: 3, storageGb: 100 },
    ...{ alarms: 54, kmsKeys: 1, firewall: { acls: 1, rules: 2 }, secrets: 1 },
  },
};
const made = estimate(input);
if ('refused' in made) throw new Error('No estimate');
const wholeOf = (given: Parameters<typeof completeCosts>[0], libraries?: { name: string; loans: number }[]) =>
  wholeCost(input, made, { complete: completeCosts(given, workload), ...(libraries && { libraries }) });
const nothing = Object.fromEntries(paidCostFields.map((name) => [name, 0]));
const UNIT = 10n ** 12n;

describe('The whole cost of five years', () => {
  it('sums to the years, to the lines and to the saving, and fits its contract', () => {
    const whole = wholeOf({ todayAYear: 500_000, todayGrowthPercent: 0 });
    expect(wholeCostSchema.parse(whole)).toEqual(whole);
    expect(whole.years.reduce((sum, year) => sum + year, 0)).toBe(whole.sum);
    expect(whole.lines.reduce((sum, line) => sum + line.sum, 0)).toBe(whole.sum);
    expect(whole.today).toEqual({
      years: [50_000_000, 50_000_000, 50_000_000, 50_000_000, 50_000_000],
      sum: 250_000_000,
      saved: 250_000_000 - whole.sum,
    });
    expect(whole.assumed).toHaveLength(paidCostFields.length - 2);
    expect(whole.assumed.every(({ source }) => source.length > 5)).toBe(true);
    expect(wholeOf({}).today).toBeUndefined();
  });

  it('has the cloud alone, twelve times the month that was estimated, when nothing else is paid and nothing grows', () => {
    const whole = wholeOf(nothing);
    expect(whole.lines.filter(({ sum }) => sum > 0).map(({ line }) => line)).toEqual(['cloud']);
    expect(whole.years[0]).toBe(Math.round((Number(made.total) * 12) / 1e10));
    // Evidence is stored for longer each year.
    expect(whole.years[4]).toBeGreaterThan(whole.years[0] ?? 0);
  });

  it('counts each cost by its own figures: hours, the least sum of the support plan, gateways, payments, and work paid once', () => {
    const costs = completeCosts(
      {
        ...{ staffHoursAMonth: 10, hourRate: 50.5, supportPercent: 10, supportLeastAMonth: 100, contractAYear: 1000 },
        ...{ textNumberAMonth: 2, gateways: 3, gatewayAYear: 80, paymentsAYear: 100, paymentFee: 0.59 },
        ...{ coversAYear: 700, migrationHoursALibrary: 2, trainingHoursALibrary: 1, priceGrowthPercent: 10 },
      },
      workload,
    ).costs;
    const months = [500n, 2000n, 0n, 0n, 0n].map((units) => units * UNIT);
    const lines = costsOfYears({ costs, members: 4, months, minorDigits: 2 });
    const yearsOf = Object.fromEntries(lines.map(({ line, years }) => [line, years.slice(0, 3)]));
    expect(yearsOf).toEqual({
      cloud: [600_000, 2_400_000, 0],
      staff: [606_000, 666_600, 733_260],
      'cloud-support': [120_000, 240_000, 120_000],
      contract: [100_000, 110_000, 121_000],
      'text-number': [2400, 2640, 2904],
      gateways: [24_000, 26_400, 29_040],
      payments: [5900, 6490, 7139],
      covers: [70_000, 77_000, 84_700],
      migration: [40_400, 0, 0],
      training: [20_200, 0, 0],
    });
    expect(lines.filter(({ once }) => once).map(({ line }) => line)).toEqual(['migration', 'training']);
  });

  it('grows use, collections and prices by whole years, and leaves the first year as it is', () => {
    expect(workloadOfYear(workload, 2, 0)).toEqual(workload);
    const third = workloadOfYear(workload, 10, 2);
    expect([third.checkoutsAYear, third.records, third.members]).toEqual([2_420_000, 3_630_000, 40]);
    expect(third.monthsInService).toBe(workload.monthsInService + 24);
    expect(grown(100n * UNIT, 3, 2)).toBe(106_090_000_000_000n);
  });

  it('shows one loan: what one more adds, with the cloud, and with everything paid; nothing without loans', () => {
    const whole = wholeOf({});
    const figures = [whole.checkout?.marginal, whole.checkout?.cloud, whole.checkout?.whole].map((one) =>
      Number(one?.exact),
    );
    expect(figures).toEqual(figures.toSorted((a, b) => a - b));
    expect(Number(whole.checkout?.whole.exact)).toBeCloseTo(whole.sum / 5 / 100 / 2_000_000, 6);
    const none = { ...input, workload: { ...workload, checkoutsAYear: 0 } };
    expect(wholeCost(none, made, { complete: completeCosts({}, none.workload) }).checkout).toBeUndefined();
  });
});

describe('The cost of each library', () => {
  it('is divided equally, by loans, and half by each, and sums to the whole for named libraries', () => {
    const libraries = librariesSchema.parse('Alder: 120000; Birch:40000;Cedar:0');
    expect(libraries).toEqual([
      { name: 'Alder', loans: 120_000 },
      { name: 'Birch', loans: 40_000 },
      { name: 'Cedar', loans: 0 },
    ]);
    const shares = libraryShares({ libraries, members: 3, checkoutsAYear: 160_000 }, 1_000_000, 'USD');
    expect(shares.map(({ name, fees }) => ({ name, ...fees }))).toEqual([
      { name: 'Alder', equal: 333_334, loans: 750_000, half: 541_667 },
      { name: 'Birch', equal: 333_333, loans: 250_000, half: 291_667 },
      { name: 'Cedar', equal: 333_333, loans: 0, half: 166_666 },
    ]);
  });

  it('is shown by size when no library is named: 4 large, 12 middle and 24 small ones of 40', () => {
    const shares = libraryShares({ members: 40, checkoutsAYear: 2_000_000 }, 12_000_000, 'USD');
    expect(shares.map(({ size, count, loans }) => [size, count, loans])).toEqual([
      ['large', 4, 200_000],
      ['middle', 12, 66_667],
      ['small', 24, 16_667],
    ]);
    expect(shares.map(({ fees }) => fees.equal)).toEqual([300_000, 300_000, 300_000]);
    expect(shares[0]?.fees.half).toBe(749_996);
    expect(libraryShares({ members: 1, checkoutsAYear: 0 }, 500, 'USD')).toEqual([
      { size: 'large', count: 1, loans: 0, fees: { equal: 500, loans: 500, half: 500 } },
    ]);
  });

  it.each(['', 'Alder', 'Alder:many', ':5', 'Alder:-5', 'Alder:0', `${'x'.repeat(61)}:1`, 'a:1;'.repeat(201)])(
    'is refused for libraries written as %.20s',
    (text) => {
      expect(librariesSchema.safeParse(text).success).toBe(false);
    },
  );
});

test('published fees are those that the sources give, by the published formulas', () => {
  const fees = Object.fromEntries(publishedFees().map(({ example, amount }) => [example, amount / 100]));
  expect(fees).toEqual({
    ...{ 'evergreen-300k': 1750, 'evergreen-1m': 6825, 'evergreen-2500k': 18_075 },
    ...{ 'mnpals-1000': 8000, 'mnpals-5200': 24_600, 'noble-35000': 10_000, 'noble-70000': 20_000 },
    ...{ 'marmot-3': 10_135, 'marmot-10': 25_920 },
  });
});
