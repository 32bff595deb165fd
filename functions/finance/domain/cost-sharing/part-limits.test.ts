import type * as z from 'zod';
import { formulaSchema, sharesOfCosts } from './formula.ts';
import { partSchema } from './part-schema.ts';

const messages = (schema: z.ZodType, value: unknown): string[] =>
  schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];
/** Returns the values that a schema takes. */
const taken = (schema: z.ZodType, values: readonly unknown[]): unknown[] =>
  values.filter((value) => schema.safeParse(value).success);
const x = (length: number): string => 'x'.repeat(length);

describe('Parts of a formula', () => {
  const figure = { figure: 'items' };
  const kinds: Record<string, object> = {
    ...{ fixed: { amount: -5 }, 'per-unit': { ...figure, price: '-0.4' }, flag: { flag: 'a', is: true, amount: -1 } },
    tiers: { ...figure, method: 'flat', tiers: [{ upTo: 5, percent: '1' }, { percent: '2' }] },
    bands: { ...figure, bands: [{ upTo: 5, amount: -1 }, { amount: 2 }] },
    prorated: { amount: 5, limits: [{ ...figure, full: 5 }], beyond: 'refused' },
    share: { cost: 'ils', percent: '50', addPercent: '10', key: { by: 'equal' }, takenOff: true },
  };
  const part = (kind: string, over: object = {}) => ({ kind, title: 'Part', ...kinds[kind], ...over });
  const guards = (count: number, borne: object = { bornBy: 'nobody' }) =>
    Array(count).fill({ kind: 'minimum', title: 'Least', amount: 0, borne });

  test.each(Object.keys(kinds))(
    'of the kind %s may be conditional, one-off, for those who opted in, and guarded',
    (kind) => {
      const good = [
        ...[
          {},
          { onlyOptedInto: 'a' },
          { when: { flags: ['a'] } },
          { once: 'joining' },
          { once: 1900 },
          { once: 2200 },
        ],
        ...[{ guards: guards(1) }, { guards: guards(5) }, { title: x(200) }],
      ];
      const bad = [
        ...[{ onlyOptedInto: 'A' }, { when: {} }, { once: 'leaving' }, { once: 1899 }, { once: 2201 }, { guards: [] }],
        ...[{ guards: guards(6) }, { title: '' }, { title: x(201) }, { other: 1 }],
      ];
      expect(
        taken(
          partSchema,
          good.map((one) => part(kind, one)),
        ),
      ).toHaveLength(good.length);
      expect(
        taken(
          partSchema,
          bad.map((one) => part(kind, one)),
        ),
      ).toEqual([]);
    },
  );

  const cases = (count: number) => ({ by: 'cases', cases: Array(count).fill({ key: { by: 'equal' } }) });
  const band = (weight: number) => ({ by: 'bands', ...figure, bands: [{ upTo: 5, weight }, { weight: 0 }] });
  test.each<[string, object[], object[]]>([
    [
      'tiers',
      [{ method: 'marginal' }, { tiers: [{ price: '1' }] }],
      [{ method: 'x' }, { tiers: [{}] }, { tiers: [{ percent: '1', price: '1' }] }, { tiers: [] }],
    ],
    [
      'bands',
      [{ bands: Array.from({ length: 50 }, (_, at) => ({ upTo: at, amount: 1 })) }],
      [{ bands: Array.from({ length: 51 }, (_, at) => ({ upTo: at, amount: 1 })) }],
    ],
    [
      'bands',
      [{ bands: [{ upTo: 0, amount: 1 }] }],
      [
        {
          bands: [
            { upTo: 5, amount: 1 },
            { upTo: 5, amount: 1 },
          ],
        },
        { bands: [{ amount: 1 }, { amount: 1 }] },
      ],
    ],
    [
      'prorated',
      [{ beyond: 'whole' }, { limits: Array(10).fill({ ...figure, full: 0.001 }) }],
      [
        { beyond: 'x' },
        { limits: [] },
        { limits: Array(11).fill({ ...figure, full: 5 }) },
        { limits: [{ ...figure, full: 0 }] },
        { amount: -1 },
      ],
    ],
    [
      'share',
      [{ key: { by: 'figure', ...figure } }, { key: band(1) }, { key: cases(1) }, { key: cases(10) }],
      [{ takenOff: false }, { key: cases(0) }, { key: cases(11) }, { key: { by: 'x' } }, { key: band(-1) }],
    ],
  ])('of the kind %s are accepted with %j and refused with %j', (kind, good, bad) => {
    expect(
      taken(
        partSchema,
        good.map((one) => part(kind, one)),
      ),
    ).toHaveLength(good.length);
    expect(
      taken(
        partSchema,
        bad.map((one) => part(kind, one)),
      ),
    ).toEqual([]);
  });

  test('that share a cost share the whole of it, without a surcharge, unless they say otherwise', () => {
    const { percent: _, addPercent: _add, ...plain } = part('share') as Record<string, unknown>;
    expect(partSchema.parse(plain)).toMatchObject({ percent: '100', addPercent: '0' });
  });

  test('within others are one to ten of a sum, and two to six alternatives, of which a sum may be one', () => {
    const fixed = part('fixed');
    const held = (kind: string, parts: unknown[]) => ({ kind, title: 'All', parts });
    expect(
      taken(
        partSchema,
        [0, 1, 10, 11].map((count) => held('sum-of', Array(count).fill(fixed))),
      ),
    ).toHaveLength(2);
    for (const kind of ['max-of', 'min-of']) {
      expect(
        taken(
          partSchema,
          [1, 2, 6, 7].map((count) => held(kind, Array(count).fill(fixed))),
        ),
      ).toHaveLength(2);
      expect(partSchema.safeParse(held(kind, [fixed, held('sum-of', [fixed])])).success).toBe(true);
      expect(partSchema.safeParse(held(kind, [fixed, held('max-of', [fixed, fixed])])).success).toBe(false);
      expect(partSchema.safeParse(held('sum-of', [held(kind, [fixed, fixed])])).success).toBe(false);
    }
  });

  test('within others have no payer of their own; a whole part may have one', () => {
    const paid = part('fixed', { guards: guards(1, { bornBy: 'payer', payer: 'state' }) });
    expect(partSchema.safeParse(paid).success).toBe(true);
    for (const kind of ['sum-of', 'max-of', 'min-of'])
      expect(messages(partSchema, { kind, title: 'All', parts: [part('fixed'), paid] })).toEqual([
        'A guard of a part within another has no payer of its own.',
      ]);
    expect(messages(partSchema, part('tiers', { tiers: [{ upTo: 1, price: '1' }, { percent: '1' }] }))).toEqual([
      'All tiers have a percentage, or all have a price.',
    ]);
    expect(messages(partSchema, part('tiers', { tiers: [{}] }))).toEqual([
      'A tier has a percentage of what lies in it, or a price for each unit.',
    ]);
    expect(messages(partSchema, part('prorated', { limits: [{ ...figure, full: 0 }] }))).toEqual([
      'A limit is above zero.',
    ]);
    expect(messages(partSchema, part('bands', { bands: [{ amount: 1 }, { amount: 1 }] }))).toEqual([
      'Bounds rise from band to band, and the last band alone may have none.',
    ]);
  });

  test('share at most the whole of each cost; alternatives and what members opt into do not count', () => {
    const share = (percent: string, over: object = {}) => part('share', { percent, takenOff: undefined, ...over });
    const parts = (all: unknown[]) => all.map((one) => partSchema.parse(JSON.parse(JSON.stringify(one))));
    const sums = (...all: unknown[]) => sharesOfCosts(parts(all)).map(([cost, sum]) => `${cost} ${Number(sum) / 1e12}`);
    expect(sums(share('60'), share('30'), share('50', { cost: 'van' }))).toEqual(['ils 90', 'van 50']);
    expect(sums(share('60', { onlyOptedInto: 'a' }))).toEqual([]);
    expect(sums({ kind: 'sum-of', title: 'All', parts: [share('60'), share('10')] })).toEqual(['ils 70']);
    expect(sums({ kind: 'max-of', title: 'All', parts: [share('60'), share('10')] })).toEqual([]);
    const formula = (all: unknown[], over: object = {}) => ({
      ...{ name: 'f', title: 'F', source: 'Board', currency: 'USD', parts: parts(all), ...over },
    });
    expect(formulaSchema.safeParse(formula([share('60'), share('40')])).success).toBe(true);
    expect(formulaSchema.safeParse(formula([share('60'), share('40.1')])).error?.issues).toMatchObject([
      { message: 'More than the whole of a cost is shared.', path: ['parts'] },
    ]);
    const fixed = part('fixed');
    const good = [
      { yearStartsIn: 1 },
      { yearStartsIn: 12 },
      { parts: Array(20).fill(fixed) },
      { guards: guards(10) },
      { source: x(500) },
    ];
    const bad = [
      { yearStartsIn: 0 },
      { yearStartsIn: 13 },
      { parts: [] },
      { parts: Array(21).fill(fixed) },
      { guards: guards(11) },
      { source: x(501) },
      { other: 1 },
    ];
    expect(
      taken(
        formulaSchema,
        good.map((over) => formula([fixed], over)),
      ),
    ).toHaveLength(good.length);
    expect(
      taken(
        formulaSchema,
        bad.map((over) => formula([fixed], over)),
      ),
    ).toEqual([]);
    expect(formulaSchema.parse(formula([fixed])).guards).toEqual([]);
  });
});
