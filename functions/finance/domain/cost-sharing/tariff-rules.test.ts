import { breakPointsOf, everyCondition, everyGuard, everyPart, thresholdsOf } from './break-points.ts';
import { checkTariff } from './check-tariff.ts';
import { figureSchema, type MemberFigures, memberFiguresSchema } from './figures.ts';
import { type Formula, formulaSchema } from './formula.ts';
import { classesOf } from './member-classes.ts';
import { tariffOf } from './tariff.ts';
import { tariffCheckSchema } from './tariff-check-schema.ts';

const formula = (parts: object[], guards: object[] = []): Formula =>
  formulaSchema.parse({ name: 'ours', title: 'Ours', source: 'Board', currency: 'USD', parts, guards });
const member = (memberId: string, figures: Record<string, number>, more: object = {}): MemberFigures =>
  memberFiguresSchema.parse({
    ...{ memberId, ...more },
    figures: Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, { 2026: value }])),
  });
const given = (costs: Record<string, number> = {}) => ({ year: 2026, minorDigits: 2, costs });
const check = (by: Formula, members: MemberFigures[] = [], costs: Record<string, number> = {}) => {
  const checked = checkTariff(by, members, given(costs));
  expect(tariffCheckSchema.parse(checked.tariff)).toEqual(checked.tariff);
  return checked;
};
const fixed = { kind: 'fixed', title: 'F', amount: 100 };
const per = (figure: string, price = '1', over: object = {}) => ({
  kind: 'per-unit',
  title: figure,
  figure,
  price,
  ...over,
});
const share = (key: object, over: object = {}) => ({ kind: 'share', title: 'S', cost: 'ils', key, ...over });

describe('The bounds of a formula', () => {
  test('are those of its parts, keys and conditions, by the figure that is read', () => {
    const when = { figure: { figure: 'staff', above: 3, upTo: 9 } };
    const parts = [
      ...[fixed, { kind: 'flag', title: 'G', flag: 'x', is: true, amount: 1 }, per('loans')],
      { kind: 'tiers', title: 'T', figure: 'items', method: 'flat', tiers: [{ upTo: 5, price: '1' }, { price: '2' }] },
      {
        kind: 'bands',
        title: 'B',
        figure: 'patrons',
        bands: [
          { upTo: 7, amount: 1 },
          { upTo: 8, amount: 2 },
        ],
      },
      {
        kind: 'prorated',
        title: 'P',
        amount: 1,
        limits: [
          { figure: 'students', full: 11 },
          { figure: 'branches', full: 12 },
        ],
      },
      ...[share({ by: 'equal' }, { percent: '10' }), share({ by: 'figure', figure: 'visits' }, { percent: '10' })],
      share({ by: 'bands', figure: 'seats', bands: [{ upTo: 4, weight: 1 }, { weight: 2 }] }, { percent: '10' }),
      share(
        { by: 'cases', cases: [{ when, key: { by: 'figure', figure: 'rooms' } }, { key: { by: 'equal' } }] },
        { percent: '10' },
      ),
      { kind: 'max-of', title: 'M', parts: [per('a'), { kind: 'sum-of', title: 'N', parts: [per('b'), per('c')] }] },
      per('quotient', '1', { dividedBy: 'divisor' }),
    ];
    const found = thresholdsOf(formula(parts)).map(({ reading, bounds }) => `${reading.figure} ${bounds.join(',')}`);
    expect(found).toEqual([
      ...['loans ', 'items 5', 'patrons 7,8', 'students 11', 'branches 12', 'visits ', 'seats 4', 'rooms '],
      ...['a ', 'b ', 'c ', 'quotient ', 'divisor ', 'staff 3,9'],
    ]);
  });

  test('are found in parts within others, in the guards of all, and in their conditions', () => {
    const guard = (title: string, when?: object) => ({ kind: 'minimum', title, amount: 1, ...(when && { when }) });
    const inner = { ...fixed, guards: [guard('inner', { flags: ['i'] })] };
    const by = formula(
      [{ kind: 'min-of', title: 'M', parts: [inner, fixed], guards: [guard('outer')], when: { flags: ['o'] } }, fixed],
      [guard('whole', { flags: ['w'] })],
    );
    expect(everyPart(by.parts).map(({ title }) => title)).toEqual(['M', 'F', 'F', 'F']);
    expect(everyGuard(by).map(({ title }) => title)).toEqual(['outer', 'inner', 'whole']);
    expect(everyCondition(by).map(({ flags }) => flags?.join())).toEqual(['o', 'i', 'w']);
    const cases = { by: 'cases', cases: [{ when: { flags: ['c'] }, key: { by: 'equal' } }, { key: { by: 'equal' } }] };
    expect(everyCondition(formula([share(cases)])).map(({ flags }) => flags?.join())).toEqual(['c']);
  });

  test('are reported values: with the free part, times the divisor, around a rounded one, up to the maximum', () => {
    const points = (over: object, ...bounds: number[]) =>
      breakPointsOf({ reading: figureSchema.parse({ figure: 'loans', ...over }), bounds });
    expect(points({}, 5, 9)).toEqual([0, 5, 9]);
    expect(points({ lessFirst: 10 }, 5)).toEqual([10, 15]);
    expect(points({ atMost: 50 }, 5)).toEqual([0, 5, 50]);
    expect(points({ lessFirst: 10, atMost: 50 })).toEqual([10, 60]);
    expect(points({ dividedBy: 10 }, 5)).toEqual([0, 50]);
    expect(points({ dividedBy: 'staff' }, 5)).toEqual([0, 5]);
    expect(points({ rounded: { to: 10, mode: 'up' } }, 25)).toEqual([0, 10, 15, 20, 25, 30]);
    expect(points({ rounded: { to: 10, mode: 'up' }, dividedBy: 2 }, 5)).toEqual([0, 0, 10, 20]);
  });
});

describe('The classes of members', () => {
  const classes = (by: Formula, members: MemberFigures[] = []) => {
    const found = classesOf(by, members, 2026);
    return {
      areAll: found.areAll,
      names: found.classes.map(({ flags, optedInto, joined }) =>
        [flags.join('+'), optedInto.join('+'), joined ?? ''].join('/'),
      ),
    };
  };
  const when = (over: object) => ({ ...fixed, when: over });

  test('are all combinations of the flags and offers that the formula names', () => {
    expect(classes(formula([fixed]))).toEqual({ areAll: true, names: ['//'] });
    const flag = { kind: 'flag', title: 'G', flag: 'c', is: true, amount: 1 };
    const subsidy = { kind: 'subsidy', title: 'S', percent: '5', flag: 'd' };
    expect(classes(formula([when({ flags: ['a'], notFlags: ['b'] })])).names).toEqual(['//', 'a//', 'b//', 'a+b//']);
    expect(classes(formula([flag], [subsidy])).names).toEqual(['//', 'c//', 'd//', 'c+d//']);
    expect(classes(formula([fixed], [{ kind: 'subsidy', title: 'S', percent: '5' }])).names).toEqual(['//']);
    expect(classes(formula([{ ...fixed, onlyOptedInto: 'x' }])).names).toEqual(['//', '/x/']);
    expect(classes(formula([when({ flags: ['a', 'b', 'c'] })])).names).toHaveLength(8);
  });

  test('are of many flags the empty one, the single ones, and those that members have', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const six = classes(formula([when({ flags: many.slice(1) })]));
    expect([six.areAll, six.names.length]).toEqual([true, 64]);
    const seven = classes(formula([when({ flags: many })]), [
      member('x', {}, { flags: ['b', 'a', 'other'] }),
      member('y', {}, { flags: ['c'] }),
    ]);
    expect(seven).toEqual({ areAll: false, names: ['//', ...many.map((name) => `${name}//`), 'a+b//'] });
    const offers = formula(many.map((onlyOptedInto) => ({ ...fixed, onlyOptedInto })));
    expect(classes(offers)).toMatchObject({ areAll: false });
    expect(check(formula([when({ flags: many })])).unchecked).toEqual([{ code: 'classes', params: {} }]);
  });

  test('are those on both sides of a year of joining up to that of the fee, and each year of a phase-in', () => {
    const years = (by: Formula) => classes(by).names.map((name) => name.slice(2));
    expect(years(formula([when({ joinedFrom: 2024 })]))).toEqual(['', '2024', '2023']);
    expect(years(formula([when({ joinedTo: 2024 })]))).toEqual(['', '2024', '2025']);
    expect(years(formula([when({ joinedTo: 2026 })]))).toEqual(['', '2026']);
    expect(years(formula([fixed], [{ kind: 'phase-in', title: 'P', percents: ['0', '50'] }]))).toEqual([
      '',
      '2026',
      '2025',
    ]);
    expect(years(formula([{ ...fixed, once: 'joining' }]))).toEqual(['', '2026']);
    expect(years(formula([{ ...fixed, once: 2026 }]))).toEqual(['']);
  });
});

describe('A tariff', () => {
  const pays = (by: Formula, of: MemberFigures, members: MemberFigures[] = [], costs = {}) =>
    Number(tariffOf(by, members, given(costs)).amountOf(of)) / 1e12;

  test('is what any one member pays: sums, the greatest or the least, guarded', () => {
    const of = member('a', { loans: 5, items: 2 });
    const held = (kind: string, guards?: object[]) =>
      formula([{ kind, title: 'H', parts: [per('loans'), per('items')], ...(guards && { guards }) }]);
    expect(['sum-of', 'max-of', 'min-of'].map((kind) => pays(held(kind), of))).toEqual([7, 5, 2]);
    const most = (amount: number) => ({ kind: 'maximum', title: 'Most', amount });
    expect([
      pays(held('sum-of', [most(600)]), of),
      pays(formula([per('loans'), per('items')], [most(300)]), of),
    ]).toEqual([6, 3]);
    expect(pays(formula([per('loans'), { ...fixed, when: { flags: ['x'] } }]), of)).toBe(5);
    expect(
      pays(
        formula([
          {
            kind: 'max-of',
            title: 'H',
            parts: [
              { ...fixed, when: { flags: ['x'] } },
              { ...fixed, when: { flags: ['x'] } },
            ],
          },
          per('items'),
        ]),
        of,
      ),
    ).toBe(2);
  });

  test('has a share at the price that a unit of weight has among the current members, or at 1 without any', () => {
    const key = { by: 'figure', figure: 'loans' };
    const [a, b] = [member('a', { loans: 1 }), member('b', { loans: 3 })];
    const other = member('x', { loans: 10 });
    expect(pays(formula([share(key)]), other, [a, b], { ils: 800 })).toBe(20);
    expect(pays(formula([share(key)]), other, [], { ils: 800 })).toBe(10);
    expect(pays(formula([share(key, { takenOff: true })]), other, [])).toBe(-10);
    expect(pays(formula([share(key, { takenOff: true })]), other, [a, b], { ils: 800 })).toBe(-20);
    // Only members that the part concerns have a weight.
    expect(
      pays(formula([share(key, { when: { notFlags: ['no'] } })]), other, [a, { ...b, flags: ['no'] }], { ils: 800 }),
    ).toBe(80);
  });
});

describe('The check of a tariff', () => {
  const drops = (...of: Parameters<typeof check>) =>
    check(...of).tariff.drops.map(({ figure, smallerSize, smallerFee, largerSize, largerFee, flags }) =>
      [...flags, figure, smallerSize, smallerFee, largerSize, largerFee].join(' '),
    );
  const bands = (...amounts: number[]) => ({
    ...{ kind: 'bands', title: 'B', figure: 'items' },
    bands: amounts.map((amount, at) => ({ ...(at < amounts.length - 1 && { upTo: (at + 1) * 10 }), amount })),
  });

  test('names each boundary at which a fee falls, the largest fall first, at most twenty of them', () => {
    expect(drops(formula([bands(100, 90, 60)]))).toEqual(['items 20 90 21 60', 'items 10 100 11 90']);
    const many = check(formula([bands(...Array.from({ length: 23 }, (_, at) => 100 - at))])).tariff;
    expect([many.drops.length, many.moreDrops]).toEqual([20, 2]);
    expect(check(formula([bands(100, 100, 110)])).tariff).toMatchObject({
      figures: ['items'],
      classes: 1,
      drops: [],
      moreDrops: 0,
    });
  });

  test('names the largest fall of one boundary among several classes and values of other figures', () => {
    const by = formula([
      bands(100, 50),
      {
        ...fixed,
        amount: -20,
        when: {
          figures: {
            hold: 'all',
            of: [
              { figure: 'items', above: 10 },
              { figure: 'staff', above: 5 },
            ],
          },
        },
      },
    ]);
    const { tariff } = check(by);
    expect(tariff.drops).toEqual([
      {
        ...{ figure: 'items', smallerSize: '10', smallerFee: 100, largerSize: '11', largerFee: 30 },
        ...{ flags: [], optedInto: [], others: { staff: '6' } },
      },
      expect.objectContaining({ figure: 'staff', smallerSize: '5', largerSize: '6', largerFee: 30 }),
    ]);
  });

  test('finds a fall by rebate where a guard or an alternative ends it, and none where it does not pay', () => {
    const rebate = (price: string) => per('items', price);
    expect(
      drops(formula([{ ...fixed, amount: 10_000 }, rebate('-1')], [{ kind: 'minimum', title: 'M', amount: 0 }])),
    ).toEqual(['items 0 10000 1 9900']);
    const least = {
      kind: 'min-of',
      title: 'L',
      parts: [per('items', '2'), { kind: 'sum-of', title: 'R', parts: [{ ...fixed, amount: 3000 }, rebate('-1')] }],
    };
    expect(drops(formula([least], [{ kind: 'minimum', title: 'M', amount: 0 }]))).toEqual(['items 10 2000 11 1900']);
    expect(
      drops(
        formula(
          [{ kind: 'prorated', title: 'P', amount: 5000, limits: [{ figure: 'items', full: 10 }] }, rebate('-1')],
          [{ kind: 'minimum', title: 'M', amount: 0 }],
        ),
      ),
    ).toEqual(['items 10 4000 11 3900']);
    const discount = { kind: 'discount', title: 'D', amount: 500, when: { figure: { figure: 'items', above: 10 } } };
    expect(drops(formula([per('items')], [discount]))).toEqual(['items 10 1000 11 600']);
    expect(drops(formula([per('items', '0.001')], [{ kind: 'round-to', title: 'R', unit: 100 }]))).toEqual([]);
  });

  test('is of the values that a band covers only', () => {
    const covered = {
      kind: 'bands',
      title: 'B',
      figure: 'items',
      bands: [
        { upTo: 10, amount: 100 },
        { upTo: 20, amount: 50 },
      ],
    };
    expect(drops(formula([covered]))).toEqual(['items 10 100 11 50']);
    expect(drops(formula([covered, { ...fixed, when: { figure: { figure: 'staff', upTo: 5 } } }]))).toEqual([
      'staff 5 200 6 100',
      'items 10 200 11 150',
    ]);
  });

  test('is in steps of one, or of a thousandth where a value or a bound has decimals', () => {
    const flat = {
      kind: 'tiers',
      title: 'T',
      figure: 'fte',
      method: 'flat',
      tiers: [{ upTo: 5, price: '10' }, { price: '5' }],
    };
    expect(drops(formula([flat]))).toEqual(['fte 5 5000 6 3000']);
    expect(drops(formula([flat]), [member('a', { fte: 1.5 })])).toEqual(['fte 5 5000 5.001 2500']);
    const half = { ...flat, tiers: [{ upTo: 5.5, price: '10' }, { price: '5' }] };
    expect(drops(formula([half]))).toEqual(['fte 5.5 5500 5.501 2750']);
  });

  test('names what is not checked: guards that others bear or that look back, rounded figures, quotients, and empty shares', () => {
    const codes = (by: Formula, members: MemberFigures[] = [], costs = {}) => check(by, members, costs).unchecked;
    expect(codes(formula([fixed]))).toEqual([]);
    const guards = [
      { kind: 'transition', title: 'T', from: 2026, years: 2 },
      { kind: 'yearly-change', title: 'Y', up: '5', borne: { bornBy: 'others' } },
      { kind: 'minimum', title: 'M', amount: 1, borne: { bornBy: 'payer', payer: 'state' } },
    ];
    expect(codes(formula([fixed], guards))).toEqual([
      { code: 'previous-year', params: { title: 'T' } },
      { code: 'previous-year', params: { title: 'Y' } },
      { code: 'borne-by-others', params: { title: 'Y' } },
    ]);
    expect(
      codes(
        formula([
          per('items', '1', { rounded: { to: 5, mode: 'up' } }),
          per('loans', '1', { dividedBy: 'staff' }),
          per('x', '1', { dividedBy: 5 }),
        ]),
      ),
    ).toEqual([
      { code: 'rounded-figure', params: { figure: 'items' } },
      { code: 'quotient', params: { figure: 'loans', by: 'staff' } },
    ]);
    expect(codes(formula([share({ by: 'equal' })]), [], { ils: 5 })).toEqual([
      { code: 'share-without-members', params: { title: 'S' } },
    ]);
    expect(codes(formula([share({ by: 'equal' })]), [member('a', {})], { ils: 5 })).toEqual([]);
  });

  test('tries one figure at a time where none depends on another, and at most some combinations where it does', () => {
    const figures = ['a', 'b', 'c', 'd'].map((figure) => ({ ...bands(1, 2, 3), figure, title: figure }));
    expect(check(formula(figures)).unchecked).toEqual([]);
    for (const kind of ['minimum', 'maximum', 'discount'])
      expect(check(formula(figures, [{ kind, title: 'G', amount: 1 }])).unchecked).toEqual([
        { code: 'combinations', params: {} },
      ]);
    expect(check(formula(figures, [{ kind: 'round-to', title: 'G', unit: 1 }])).unchecked).toHaveLength(1);
    expect(check(formula(figures, [{ kind: 'by-month', title: 'G' }])).unchecked).toEqual([]);
    expect(
      check(formula(figures, [{ kind: 'by-month', title: 'G', when: { figure: { figure: 'a', above: 1 } } }]))
        .unchecked,
    ).toHaveLength(1);
    expect(
      check(formula([...figures.slice(1), { ...fixed, when: { figure: { figure: 'a', above: 1 } } }])).unchecked,
    ).toHaveLength(1);
    for (const kind of ['max-of', 'min-of'])
      expect(check(formula([{ kind, title: 'H', parts: figures }])).unchecked).toHaveLength(1);
    expect(check(formula([{ kind: 'sum-of', title: 'H', parts: figures }])).unchecked).toEqual([]);
    const two = check(formula(figures.slice(0, 2), [{ kind: 'minimum', title: 'G', amount: 1 }]));
    expect([two.unchecked, two.tariff.points > 100]).toEqual([[], true]);
  });
});
