import fc from 'fast-check';
import { compareFees } from './compare-fees.ts';
import { type Fees, reckonFees } from './fees.ts';
import { figureSchema, type MemberFigures, memberFiguresSchema } from './figures.ts';
import { type Formula, formulaSchema } from './formula.ts';
import { largerPaysLess } from './larger-pays-less.ts';
import { publishedFormulas } from './published.ts';

const published = (name: string): Formula => {
  const found = publishedFormulas.find((formula) => formula.name === name);
  if (!found) throw new Error(`No formula ${name}`);
  return formulaSchema.parse(found);
};
const formula = (over: Record<string, unknown>): Formula =>
  formulaSchema.parse({ name: 'ours', title: 'Ours', source: 'Worked by us', currency: 'USD', ...over });
const member = (memberId: string, figures: Record<string, number>, more: Record<string, unknown> = {}): MemberFigures =>
  memberFiguresSchema.parse({
    memberId,
    figures: Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, { 2026: value }])),
    ...more,
  });
const fees = (by: Formula, members: readonly MemberFigures[], costs: Record<string, number> = {}): Fees => {
  const reckoned = reckonFees({ formula: by, year: 2026, members, costs });
  if ('refused' in reckoned) throw new Error(reckoned.refused.map(({ detail }) => detail).join(' '));
  return reckoned;
};
const byMember = ({ fees: all }: Fees) => Object.fromEntries(all.map(({ memberId, fee }) => [memberId, fee]));
const refusals = (by: Formula, members: readonly MemberFigures[], costs: Record<string, number> = {}) => {
  const reckoned = reckonFees({ formula: by, year: 2026, members, costs });
  return 'refused' in reckoned ? reckoned.refused.map(({ code, detail }) => `${code}: ${detail}`) : [];
};
const spending = (dollars: number, more = {}) => member('a', { 'operating-expenditure': dollars * 100 }, more);

describe('F5 Published formulas, to the cent', () => {
  test.each([
    [40_000, 0],
    [300_000, 175_000],
    [1_000_000, 682_500],
    [2_500_000, 1_807_500],
    [5_000_000, 3_682_500],
    [10_000_000, 7_682_500],
  ])('Evergreen Indiana, marginal tiers: spending of %d dollars costs %d cents', (dollars, cents) => {
    expect(fees(published('evergreen-indiana-marginal'), [spending(dollars)]).total).toBe(cents);
  });

  test('Evergreen Indiana, flat: the rate reached applies to all spending', () => {
    expect(fees(published('evergreen-indiana-flat'), [spending(2_500_000)]).fees).toEqual([
      {
        memberId: 'a',
        fee: 1_875_000,
        lines: [
          {
            title: 'Operating expenditure, evaluated',
            of: 'part',
            amount: 1_875_000,
            basis: { figure: 'operating-expenditure', value: '250000000', rule: 'flat 0.750 %' },
          },
        ],
      },
    ]);
  });

  test('Evergreen Indiana: the basis is the smaller of last year and the average of five; joining costs a quarter', () => {
    const years = {
      2026: 30_000_000,
      2025: 50_000_000,
      2024: 10_000_000,
      2023: 10_000_000,
      2022: 10_000_000,
      2020: 99,
    };
    const of = memberFiguresSchema.parse({ memberId: 'a', figures: { 'operating-expenditure': years } });
    // The average of 2022 to 2026 is 220,000 dollars.
    expect(fees(published('evergreen-indiana-marginal'), [of]).total).toBe(119_000);
    const joining = (joined: number) =>
      fees(published('evergreen-indiana-implementation'), [spending(2_500_000, { joined })]).total;
    // Due once; a member of many years pays nothing for joining.
    expect([joining(2026), joining(2025), joining(2024), joining(1990)]).toEqual([451_875, 0, 0, 0]);
    const implementation = published('evergreen-indiana-implementation');
    const inYear = (year: number) => {
      const members = [spending(2_500_000, { joined: year })].map(({ figures, ...one }) => ({
        ...one,
        figures: { 'operating-expenditure': { [year]: figures['operating-expenditure']?.[2026] ?? 0 } },
      }));
      const made = reckonFees({ formula: implementation, year, members, costs: {} });
      return 'total' in made ? made.total : made.refused;
    };
    expect([inYear(2023), inYear(2024)]).toEqual([0, 451_875]);
    expect(fees(published('evergreen-indiana-implementation'), [spending(2_500_000)]).total).toBe(0);
  });

  test('Evergreen Indiana: the subsidy pays a new member’s first year and half of its second', () => {
    const paid = (joined: number) => fees(published('evergreen-indiana-marginal'), [spending(1_000_000, { joined })]);
    expect([paid(2026), paid(2025), paid(2024)].map(({ total, payers }) => [total, payers[0]?.amount])).toEqual([
      [0, 682_500],
      [341_250, 341_250],
      [682_500, 0],
    ]);
  });

  test('Evergreen Indiana: above the published table there is no rate', () => {
    expect(refusals(published('evergreen-indiana-marginal'), [spending(50_000_001)])).toEqual([
      'beyond-bands: operating-expenditure of a is beyond the last band, 5000000000.',
    ]);
  });

  test.each([
    [1, 1000, ['alma-certified-staff'], 800_000],
    [3, 5200, ['alma-certified-staff'], 2_460_000],
    [2, 800, [], 1_440_000],
  ])('MnPALS: Carnegie tier %d, %d students, %j, cost %d cents', (tier, students, flags, cents) => {
    const of = member('a', { 'carnegie-tier': tier, 'students-fye': students }, { flags });
    expect(fees(published('mnpals'), [of]).total).toBe(cents);
  });

  test('NC Cardinal (our figures): half by branches, half equally; the state pays the first two years', () => {
    const of = (id: string, branches: number, joined: number) => member(id, { branches }, { joined });
    const made = fees(published('nc-cardinal'), [of('a', 6, 2010), of('b', 3, 2025), of('c', 1, 2024)], {
      ils: 6_000_000,
    });
    expect(byMember(made)).toEqual({ a: 2_800_000, b: 0, c: 1_300_000 });
    expect(made.payers).toEqual([{ payer: 'state', amount: 1_900_000 }]);
  });

  test('four keys and three keys (our figures): the shares sum to the cost', () => {
    const a = member('a', { items: 50_000, circulation: 90_000, patrons: 8000, workstations: 10 });
    const b = member('b', { items: 10_000, circulation: 10_000, patrons: 2500, workstations: 5 });
    const four = fees(published('sig-four-keys'), [a, b], { ils: 100_000 });
    // 25,000 + 12,500 + 13,500 + 20,000: the first 3,000 patrons are free, so b pays for none.
    expect(byMember(four)).toEqual({ a: 71_000, b: 29_000 });
    expect(byMember(fees(published('sig-three-keys'), [a, b], { ils: 100_000 }))).toEqual({ a: 67_000, b: 33_000 });
  });

  test.each([
    [{ items: 70_000, 'students-fte': 0, population: 0 }, 2_000_000],
    [{ items: 7000, 'students-fte': 250, population: 1400 }, 1_000_000],
  ])('NOBLE small libraries (our figures): %j costs %d cents', (figures, cents) => {
    expect(fees(published('noble-small-libraries'), [member('a', figures)]).total).toBe(cents);
  });

  test('NOBLE small libraries: a library of 1,400,000 items is not one of them', () => {
    const large = member('a', { items: 1_400_000, 'students-fte': 1, population: 1 });
    expect(refusals(published('noble-small-libraries'), [large])).toEqual([
      'beyond-bands: items of a is beyond the last band, 70000.',
    ]);
  });
});

describe('Rules of formulas', () => {
  test('two pools (PALCI, our figures): all pay the common one, and those who opted in the full cost of theirs', () => {
    const pools = formula({
      parts: [
        { kind: 'share', title: 'Common', cost: 'common', key: { by: 'equal' } },
        {
          ...{ kind: 'share', title: 'E-books', cost: 'e-books', addPercent: '12.5', onlyOptedInto: 'e-books' },
          key: { by: 'figure', figure: 'population' },
        },
      ],
    });
    const [a, b, c] = [
      member('a', { population: 1000 }, { optedInto: ['e-books'] }),
      member('b', { population: 3000 }, { optedInto: ['e-books'] }),
      member('c', {}),
    ];
    const made = fees(pools, [a, b, c], { common: 100_001, 'e-books': 80_000 });
    expect(byMember(made)).toEqual({ a: 33_334 + 22_500, b: 33_334 + 67_500, c: 33_333 });
    expect(made.total).toBe(190_001);
  });

  test('a share by bands of a three-year average (bands of income, our figures)', () => {
    const bands = [{ upTo: 100, weight: 1 }, { upTo: 500, weight: 2 }, { weight: 5 }];
    const key = { by: 'bands', figure: 'income', take: 'average', years: 3, bands };
    const by = formula({ parts: [{ kind: 'share', title: 'By band', cost: 'deal', key }] });
    const of = (memberId: string, ...values: number[]) =>
      memberFiguresSchema.parse({
        memberId,
        figures: { income: Object.fromEntries(values.map((value, at) => [String(2026 - at), value])) },
      });
    const made = fees(by, [of('a', 90, 120, 90), of('b', 500), of('c', 900, 900, 900, 1)], { deal: 80_000 });
    expect(byMember(made)).toEqual({ a: 10_000, b: 20_000, c: 50_000 });
  });

  test.each([
    ['JPY', 3, 1000, [334, 333, 333]],
    ['KWD', 3, 1000, [334, 333, 333]],
  ])('%s is shared in its own minor units', (currency, count, cost, expected) => {
    const by = formula({ currency, parts: [{ kind: 'share', title: 'Alike', cost: 'all', key: { by: 'equal' } }] });
    const members = ['a', 'b', 'c'].slice(0, count).map((id) => member(id, {}));
    expect(fees(by, members, { all: cost }).fees.map(({ fee }) => fee)).toEqual(expected);
  });

  test('a unit price is in units of the currency, with any number of decimals', () => {
    const at = (currency: string) =>
      fees(formula({ currency, parts: [{ kind: 'per-unit', title: 'Each', figure: 'loans', price: '0.0125' }] }), [
        member('a', { loans: 12_345.5 }),
      ]).total;
    expect([at('JPY'), at('USD'), at('KWD')]).toEqual([154, 15_432, 154_319]);
  });

  test('all missing figures are named at once, and none counts as zero', () => {
    const by = published('mnpals');
    expect(refusals(by, [member('a', { 'carnegie-tier': 1 }), member('b', { 'students-fye': 5 })])).toEqual([
      'figure-missing: b has reported no carnegie-tier.',
      'figure-missing: a has reported no students-fye.',
    ]);
    expect(refusals(published('nc-cardinal'), [member('a', { branches: 1 })])).toEqual([
      'cost-missing: The cost ils was not given.',
      'cost-missing: The cost ils was not given.',
    ]);
    expect(refusals(published('nc-cardinal'), [member('a', { branches: 0 })], { ils: 10 })).toEqual([
      'nothing-to-share-by: Nobody has a weight for Branches.',
    ]);
  });

  test('properties that every object has are neither figures nor costs, and amounts above the limit are refused', () => {
    const named = 'constructor';
    const by = formula({ parts: [{ kind: 'share', title: 'x', cost: named, key: { by: 'figure', figure: named } }] });
    expect(refusals(by, [member('a', {})])).toEqual(['figure-missing: a has reported no constructor.']);
    expect(refusals(by, [member('a', { [named]: 1 })])).toEqual(['cost-missing: The cost constructor was not given.']);
    const dear = formula({ parts: [{ kind: 'per-unit', title: 'Dear', figure: 'loans', price: '999999999999' }] });
    expect(refusals(dear, [member('a', { loans: 1e12 })])).toEqual([
      'too-large: Dear: an amount is beyond what is reckoned with.',
    ]);
  });

  test.each([
    [{ kind: 'bands', title: 'x', figure: 'f', bands: [{ upTo: 1e-7, amount: 1 }] }, 'three decimals'],
    [{ kind: 'share', title: 'x', cost: 'c', percent: '60', key: { by: 'equal' } }, 'More than the whole'],
    [
      {
        kind: 'bands',
        title: 'x',
        figure: 'f',
        bands: [
          { upTo: 5, amount: 1 },
          { upTo: 5, amount: 2 },
        ],
      },
      'Bounds rise',
    ],
    [{ kind: 'bands', title: 'x', figure: 'f', bands: [{ amount: 1 }, { upTo: 5, amount: 2 }] }, 'Bounds rise'],
    [{ kind: 'per-unit', title: 'x', figure: 'f', price: '1e5' }, 'decimal'],
    [{ kind: 'fixed', title: 'x', amount: 1.5 }, 'int'],
    [{ kind: 'fixed', title: 'x', amount: 1, other: 1 }, 'nrecognized'],
  ])('an invalid formula is refused: %j', (part, text) => {
    const written = { name: 'n', title: 't', source: 's', currency: 'USD', parts: [part, part] };
    expect(JSON.stringify(formulaSchema.safeParse(written).error?.issues)).toContain(text);
  });
});

const whole = { kind: 'share', title: 'Items', cost: 'all', key: { by: 'figure', figure: 'items' } };
const others = { bornBy: 'others' };
const sized = (...sizes: number[]) => sizes.map((items, at) => member(`m${String(at).padStart(3, '0')}`, { items }));

describe('Guards', () => {
  const guarded = (...guards: unknown[]) => formula({ parts: [whole], guards });
  const shares = (by: Formula, members: readonly MemberFigures[], all = 100_000) =>
    fees(by, members, { all }).fees.map(({ fee }) => fee);

  test('a minimum and a maximum that the others bear do not change the sum', () => {
    const minimum = guarded({ kind: 'minimum', title: 'At least 100', amount: 10_000, borne: others });
    expect(shares(minimum, sized(1, 49, 50))).toEqual([10_000, 44_545, 45_455]);
    const maximum = guarded({ kind: 'maximum', title: 'At most 400', amount: 40_000, borne: others });
    // The second would exceed the limit by its part of the third, so it is limited too.
    expect(shares(maximum, sized(10, 35, 55))).toEqual([20_000, 40_000, 40_000]);
  });

  test('an amount that no member bears lowers the income, and what a payer bears is reported', () => {
    const free = guarded({ kind: 'maximum', title: 'At most 400', amount: 40_000 });
    expect(shares(free, sized(10, 35, 55))).toEqual([10_000, 35_000, 40_000]);
    const payer = { bornBy: 'payer', payer: 'state' };
    const paid = fees(
      guarded({ kind: 'subsidy', title: 'A tenth', percent: '10', flag: 'rural', borne: payer }),
      [member('a', { items: 1 }, { flags: ['rural'] }), member('b', { items: 1 })],
      { all: 1001 },
    );
    expect(byMember(paid)).toEqual({ a: 450, b: 501 });
    expect([paid.payers, paid.total]).toEqual([[{ payer: 'state', amount: 50 }], 951]);
  });

  test('guards with limits that allow no such fees are refused', () => {
    const by = guarded({ kind: 'maximum', title: 'At most 100', amount: 10_000, borne: others });
    expect(refusals(by, sized(1, 1), { all: 100_000 })).toEqual([
      'cannot-balance: At most 100: the others cannot bear it, all are held by it.',
    ]);
    const all = guarded({ kind: 'phase-in', title: 'New', percents: ['50'], borne: others });
    expect(refusals(all, [member('a', { items: 1 }, { joined: 2026 })], { all: 100 })).toHaveLength(1);
  });

  test('a fee rises and falls no faster than agreed; a member that paid nothing before is not limited', () => {
    const by = guarded({ kind: 'yearly-change', title: 'Slowly', up: '10', down: '5' });
    const paying = (memberId: string, items: number, feeBefore?: number) =>
      member(memberId, { items }, feeBefore === undefined ? {} : { feeBefore });
    const members = [paying('a', 30, 20_000), paying('b', 30, 40_000), paying('c', 20, 19_000), paying('d', 20, 0)];
    expect(shares(by, members)).toEqual([22_000, 38_000, 20_000, 20_000]);
  });

  const amounts = fc.record({
    sizes: fc.array(fc.nat(100_000), { minLength: 1, maxLength: 40 }).filter((sizes) => sizes.some((size) => size > 0)),
    all: fc.nat(10 ** 9),
    low: fc.nat(10 ** 7),
    high: fc.nat(10 ** 8),
  });

  test('with any guards borne by the others the sum stays, limits apply, order changes nothing, and lines sum to fees', () => {
    fc.assert(
      fc.property(amounts, ({ sizes, all, low, high }) => {
        const by = guarded(
          { kind: 'minimum', title: 'Least', amount: low, borne: others },
          { kind: 'maximum', title: 'Most', amount: high, borne: others },
        );
        const members = sized(...sizes);
        const made = reckonFees({ formula: by, year: 2026, members, costs: { all } });
        const turned = reckonFees({ formula: by, year: 2026, members: members.toReversed(), costs: { all } });
        expect(turned).toEqual(made);
        if ('refused' in made) {
          expect(low * sizes.length > all || high * sizes.length < all || low > high || sizes.includes(0)).toBe(true);
          return;
        }
        expect(made.total).toBe(all);
        for (const { fee, lines } of made.fees) {
          expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(fee);
          expect(fee).toBeLessThanOrEqual(high);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the others bear in proportion: every fee is the clamp of one common factor, found by bisection', () => {
    fc.assert(
      fc.property(amounts, ({ sizes, all, low }) => {
        const by = guarded({ kind: 'minimum', title: 'Least', amount: low, borne: others });
        const made = reckonFees({ formula: by, year: 2026, members: sized(...sizes), costs: { all } });
        if ('refused' in made) return;
        const sum = sizes.reduce((one, other) => one + other, 0);
        const at = (factor: number) => sizes.map((size) => Math.max(low, (factor * all * size) / sum));
        let [under, over] = [0, 1];
        for (let i = 0; i < 200; i += 1) {
          const middle = (under + over) / 2;
          if (at(middle).reduce((one, other) => one + other, 0) > all) over = middle;
          else under = middle;
        }
        made.fees.forEach(({ fee }, i) => {
          expect(Math.abs(fee - (at(under)[i] ?? 0))).toBeLessThan(1.5);
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('Two formulas side by side', () => {
  const members = sized(10, 30, 60);
  const alike = formula({ parts: [{ kind: 'share', title: 'Alike', cost: 'all', key: { by: 'equal' } }] });

  test('the largest loss comes first; changes sum to the difference of the totals', () => {
    const [one, other] = [
      fees(formula({ parts: [whole] }), members, { all: 90_000 }),
      fees(alike, members, { all: 90_000 }),
    ];
    const compared = compareFees(one, other);
    expect(compared).toMatchObject({ before: 90_000, after: 90_000, gain: 1, lose: 2, same: 0 });
    expect('rows' in compared && compared.rows).toEqual([
      { memberId: 'm000', before: 9000, after: 30_000, change: 21_000, permille: 2333, outcome: 'loses' },
      { memberId: 'm001', before: 27_000, after: 30_000, change: 3000, permille: 111, outcome: 'loses' },
      { memberId: 'm002', before: 54_000, after: 30_000, change: -24_000, permille: -444, outcome: 'gains' },
    ]);
  });

  test('F5 a larger member that pays less causes a warning, compared with the smaller one that pays most', () => {
    const flat = published('evergreen-indiana-flat');
    const of = (id: string, dollars: number) => member(id, { 'operating-expenditure': dollars * 100 });
    const some = [of('a', 50_000), of('b', 50_001), of('c', 299_999)];
    const size = figureSchema.parse({ figure: 'operating-expenditure' });
    expect(largerPaysLess(fees(flat, some), some, [size])).toEqual({ warnings: [], notCompared: [] });
    const capped = formula({
      parts: [
        {
          kind: 'bands',
          title: 'Band',
          figure: 'items',
          bands: [{ upTo: 20, amount: 500 }, { upTo: 50, amount: 900 }, { amount: 800 }],
        },
      ],
    });
    expect(largerPaysLess(fees(capped, members), members, [figureSchema.parse({ figure: 'items' })]).warnings).toEqual([
      { larger: 'm002', largerSize: '60', largerFee: 800, smaller: 'm001', smallerSize: '30', smallerFee: 900 },
    ]);
  });

  test('G70 a cost that is shared half equally and half by weight of votes costs each member its share to the cent, compared with weights alone', () => {
    const weights = { harcourt: 40, lakeshore: 25, riverton: 20, calder: 10, ashgrove: 3, northfield: 2 };
    const all = Object.entries(weights).map(([memberId, weight]) => member(memberId, { weight }));
    const share = (percent: string, key: object) => ({ kind: 'share', title: percent, cost: 'all', percent, key });
    const byWeight = { by: 'figure', figure: 'weight' };
    const alone = fees(formula({ parts: [share('100', byWeight)] }), all, { all: 10_000_000 });
    const halves = formula({ parts: [share('50', { by: 'equal' }), share('50', byWeight)] });
    const proposed = fees(halves, all, { all: 10_000_000 });
    expect([proposed.total, byMember(proposed)]).toEqual([
      10_000_000,
      {
        ...{ harcourt: 2_833_333, lakeshore: 2_083_333, riverton: 1_833_333 },
        ...{ calder: 1_333_334, ashgrove: 983_334, northfield: 933_333 },
      },
    ]);
    const compared = compareFees(alone, proposed);
    const changes = 'rows' in compared ? compared.rows.map(({ memberId, change }) => [memberId, change]) : [];
    expect(Object.fromEntries(changes)).toMatchObject({ harcourt: -1_166_667, northfield: 733_333 });
  });

  test('amounts of two currencies are not compared', () => {
    const euros = fees(formula({ currency: 'EUR', parts: [{ kind: 'fixed', title: 'Each', amount: 1 }] }), members);
    expect(compareFees(euros, fees(alike, members, { all: 9 }))).toMatchObject({
      refused: [{ code: 'other-currency' }],
    });
  });
});
