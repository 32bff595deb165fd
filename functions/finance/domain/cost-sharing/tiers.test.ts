import fc from 'fast-check';
import { type Fees, reckonFees } from './fees.ts';
import { memberFiguresSchema } from './figures.ts';
import { formulaSchema } from './formula.ts';

type Tier = { upTo?: number; price?: string; percent?: string };
const formulaOf = (method: string, tiers: readonly Tier[], currency = 'USD') => ({
  ...{ name: 'heads', title: 'By the head', source: 'Worked by us', currency },
  parts: [{ kind: 'tiers', title: 'Heads', figure: 'population', method, tiers }],
});
const feeOf = (population: number, method: string, tiers: readonly Tier[], currency?: string): Fees['fees'][number] => {
  const formula = formulaSchema.parse(formulaOf(method, tiers, currency));
  const members = [memberFiguresSchema.parse({ memberId: 'a', figures: { population: { 2026: population } } })];
  const made = reckonFees({ formula, year: 2026, members, costs: {} });
  if ('refused' in made || !made.fees[0]) throw new Error(JSON.stringify(made));
  return made.fees[0];
};
const heads: Tier[] = [{ upTo: 10_000, price: '0.50' }, { price: '0.40' }];

describe('Tiers by price', () => {
  test.each([
    [0, 0, 0],
    [1, 50, 50],
    [9999, 499_950, 499_950],
    // A bound belongs to its tier; one above it is the first of the next.
    [10_000, 500_000, 500_000],
    [10_001, 500_040, 400_040],
    [12_000, 580_000, 480_000],
    [10_000.5, 500_020, 400_020],
  ])('50 cents per head up to 10,000 and 40 above: %d heads', (population, marginal, flat) => {
    expect(feeOf(population, 'marginal', heads).fee).toBe(marginal);
    expect(feeOf(population, 'flat', heads).fee).toBe(flat);
  });

  test('the line shows figure, method and price reached', () => {
    expect(feeOf(12_000, 'marginal', heads).lines).toEqual([
      {
        ...{ title: 'Heads', of: 'part', amount: 580_000 },
        basis: { figure: 'population', value: '12000', rule: 'marginal × 0.40' },
      },
    ]);
  });

  test.each([
    ['JPY', 2249],
    ['HUF', 224_923],
    ['IQD', 2_249_225],
    ['KWD', 2_249_225],
  ])('in %s a price is in units, and the fee is rounded once to minor units', (currency, minor) => {
    const tiers = [{ upTo: 1000, price: '1.5' }, { price: '0.7499' }];
    // 1,000 at 1.5 and 999.1 at 0.7499 are 2,249.22509.
    expect(feeOf(1999.1, 'marginal', tiers, currency).fee).toBe(minor);
  });

  test('above the last bound there is no price', () => {
    const formula = formulaSchema.parse(formulaOf('flat', [{ upTo: 5, price: '1' }]));
    const members = [memberFiguresSchema.parse({ memberId: 'a', figures: { population: { 2026: 6 } } })];
    expect(reckonFees({ formula, year: 2026, members, costs: {} })).toMatchObject({
      refused: [{ code: 'beyond-bands' }],
    });
  });

  test.each([
    [[{ price: '1', percent: '1' }], 'or a price'],
    [[{ upTo: 5 }], 'or a price'],
    [[{ upTo: 5, percent: '1' }, { price: '1' }], 'All tiers'],
    [[{ price: '1e3' }], 'decimal'],
    [[{ percent: '1000.1' }], '1000 at most'],
    [
      [
        { upTo: 5, price: '1' },
        { upTo: 4, price: '2' },
      ],
      'Bounds rise',
    ],
  ])('an invalid table of tiers is refused: %j', (tiers, text) => {
    const { error } = formulaSchema.safeParse(formulaOf('flat', tiers));
    expect(JSON.stringify(error?.issues)).toContain(text);
  });

  test('with any tiers, the marginal fee is the sum over the single units, and never falls as they grow', () => {
    const tables = fc.record({
      steps: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 }),
      cents: fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 6, maxLength: 6 }),
      units: fc.nat(120),
    });
    fc.assert(
      fc.property(tables, ({ steps, cents, units }) => {
        const price = (at: number): string => ((cents[at] ?? 0) / 100).toFixed(2);
        const bounds = steps.map((_, at) => steps.slice(0, at + 1).reduce((sum, step) => sum + step, 0));
        const tiers = [...bounds.map((upTo, at) => ({ upTo, price: price(at) })), { price: price(bounds.length) }];
        const tierOf = (unit: number): number => {
          const at = bounds.findIndex((upTo) => unit <= upTo);
          return at < 0 ? bounds.length : at;
        };
        const units1 = Array.from({ length: units }, (_, at) => cents[tierOf(at + 1)] ?? 0);
        expect(feeOf(units, 'marginal', tiers).fee).toBe(units1.reduce((sum, one) => sum + one, 0));
        expect(feeOf(units, 'flat', tiers).fee).toBe(units * (cents[tierOf(units)] ?? 0));
      }),
      { numRuns: 200 },
    );
  });
});
