import fc from 'fast-check';
import { type Fees, reckonFees } from './fees.ts';
import { type MemberFigures, memberFiguresSchema } from './figures.ts';
import { type Formula, formulaSchema } from './formula.ts';
import { firstYear, monthsIn } from './membership.ts';

const formula = (over: Record<string, unknown>): Formula =>
  formulaSchema.parse({ name: 'ours', title: 'Ours', source: 'Worked by us', currency: 'USD', ...over });
const member = (memberId: string, figures: Record<string, number>, more: Record<string, unknown> = {}): MemberFigures =>
  memberFiguresSchema.parse({
    memberId,
    figures: Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, { 2026: value }])),
    ...more,
  });
type Given = { year?: number; costs?: Record<string, number> };
const reckoned = (by: Formula, members: readonly MemberFigures[], { year = 2026, costs = {} }: Given = {}) =>
  reckonFees({ formula: by, year, members, costs });
const fees = (by: Formula, members: readonly MemberFigures[], given: Given = {}): Fees => {
  const made = reckoned(by, members, given);
  if ('refused' in made) throw new Error(made.refused.map(({ detail }) => detail).join(' '));
  return made;
};
const each = (by: Formula, members: readonly MemberFigures[], given: Given = {}): number[] =>
  fees(by, members, given).fees.map(({ fee }) => fee);
const refusals = (by: Formula, members: readonly MemberFigures[], given: Given = {}): string[] => {
  const made = reckoned(by, members, given);
  return 'refused' in made ? made.refused.map(({ detail }) => detail) : [];
};
const each100 = { kind: 'fixed', title: 'Each', amount: 10_000 };

describe('The years from which a figure is read', () => {
  const perLoan = (reading: object) =>
    formula({ parts: [{ kind: 'per-unit', title: 'Loans', figure: 'loans', price: '1', ...reading }] });
  const of = (loans: Record<number, number>) => memberFiguresSchema.parse({ memberId: 'a', figures: { loans } });

  test('a figure of 1999 is not a figure of last year; its maximum age is agreed', () => {
    expect(refusals(perLoan({}), [of({ 1999: 5 })])).toEqual([
      'a has reported no loans since 1999, which is too old for 2026.',
    ]);
    expect(each(perLoan({}), [of({ 2023: 5 })])).toEqual([500]);
    expect(refusals(perLoan({}), [of({ 2022: 5 })])).toHaveLength(1);
    expect(each(perLoan({ maxAge: 30 }), [of({ 1999: 5 })])).toEqual([500]);
    expect(refusals(perLoan({ maxAge: 0 }), [of({ 2025: 5 })])).toHaveLength(1);
  });

  test('five years are calendar years up to the newest, not the five newest values', () => {
    const average = perLoan({ take: 'average', years: 5 });
    expect(each(average, [of({ 2026: 10, 2001: 1000, 2000: 1000 })])).toEqual([1000]);
    expect(each(average, [of({ 2026: 10, 2022: 20, 2021: 900 })])).toEqual([1500]);
    expect(each(average, [of({ 2025: 10, 2021: 20, 2020: 900 })])).toEqual([1500]);
    const evaluated = perLoan({ take: 'least-of-last-and-average', years: 5 });
    expect(each(evaluated, [of({ 2026: 10, 2021: 0 })])).toEqual([1000]);
  });

  test('a fee may be based on years before its own', () => {
    const before = perLoan({ yearsBefore: 1, maxAge: 1 });
    expect(each(before, [of({ 2026: 999, 2025: 10 })])).toEqual([1000]);
    expect(refusals(before, [of({ 2026: 999 })])).toEqual(['a has reported no loans.']);
    expect(refusals(before, [of({ 2026: 999, 2023: 10 })])).toHaveLength(1);
  });
});

describe('When a member joins', () => {
  const alike = { kind: 'share', title: 'Alike', cost: 'all', key: { by: 'equal' } };

  test('a member that joins later owes nothing, bears nothing, and need not report', () => {
    const by = formula({
      parts: [alike, { kind: 'per-unit', title: 'Loans', figure: 'loans', price: '1' }],
      guards: [{ kind: 'minimum', title: 'At least', amount: 5000 }],
    });
    const members = [member('a', { loans: 1 }), member('b', { loans: 2 }), member('c', {}, { joined: 2028 })];
    const made = fees(by, members, { costs: { all: 10_000 } });
    expect(made.fees.map(({ fee, lines }) => [fee, lines.length])).toEqual([
      [5100, 2],
      [5200, 2],
      [0, 0],
    ]);
    expect(made.total).toBe(10_300);
  });

  test('in the year of joining a twelfth for each month including the first; then the full fee', () => {
    const by = formula({ parts: [{ ...each100, amount: 12_000 }], guards: [{ kind: 'by-month', title: 'Months' }] });
    const joined = (year: number, month?: number) =>
      each(by, [member('a', {}, { joined: year, ...(month !== undefined && { joinedMonth: month }) })])[0];
    expect([joined(2026), joined(2026, 1), joined(2026, 7), joined(2026, 12), joined(2025, 12)]).toEqual([
      12_000, 12_000, 6000, 1000, 12_000,
    ]);
    expect(joined(2027, 1)).toBe(0);
  });

  test('years that begin in July are named after the year in which they begin', () => {
    const by = formula({
      yearStartsIn: 7,
      parts: [{ ...each100, amount: 12_000 }],
      guards: [{ kind: 'by-month', title: 'Months' }],
    });
    const joined = (year: number, joinedMonth: number) => each(by, [member('a', {}, { joined: year, joinedMonth })])[0];
    expect([joined(2026, 6), joined(2026, 7), joined(2026, 10), joined(2027, 2), joined(2027, 7)]).toEqual([
      12_000, 12_000, 9000, 5000, 0,
    ]);
  });

  test('the months of all years since joining equal the months of membership', () => {
    const joins = fc.record({ year: fc.integer({ min: 2000, max: 2030 }), month: fc.integer({ min: 1, max: 12 }) });
    fc.assert(
      fc.property(joins, fc.integer({ min: 1, max: 12 }), ({ year, month }, yearStartsIn) => {
        const one = { joined: year, joinedMonth: month };
        const first = firstYear(one, { yearStartsIn }) ?? 0;
        const months = (of: number): number => monthsIn(one, { year: of, yearStartsIn });
        expect([months(first - 1), months(first + 1)]).toEqual([0, 12]);
        expect(months(first)).toBeGreaterThan(0);
        // Until the end of that fee year, counted in calendar months.
        expect(months(first)).toBe((first + 1) * 12 + yearStartsIn - (year * 12 + month));
      }),
    );
  });

  test('a one-off fee is paid in the year of joining, or in a given year', () => {
    const joining = formula({ parts: [each100, { kind: 'fixed', title: 'Joining', amount: 700, once: 'joining' }] });
    const at = (joined: number | undefined, year: number) =>
      each(joining, [member('a', {}, joined === undefined ? {} : { joined })], { year })[0];
    expect([at(2026, 2026), at(2026, 2027), at(undefined, 2026)]).toEqual([10_700, 10_000, 10_000]);
    const move = formula({ parts: [each100, { kind: 'fixed', title: 'Move', amount: 700, once: 2027 }] });
    expect([each(move, [member('a', {})]), each(move, [member('a', {})], { year: 2027 })]).toEqual([
      [10_000],
      [10_700],
    ]);
  });
});

describe('Conditions of a part or a guard', () => {
  test('research institutes by staff, universities by income (Jisc, bands with our figures)', () => {
    const bands = (figure: string, when: object, first: number) => ({
      ...{ kind: 'bands', title: figure, figure, when },
      bands: [{ upTo: first, amount: 100 }, { amount: 900 }],
    });
    const by = formula({
      parts: [
        bands('staff-fte', { flags: ['institute'] }, 50),
        bands('income', { notFlags: ['institute'] }, 1_000_000),
      ],
    });
    const members = [member('a', { 'staff-fte': 51 }, { flags: ['institute'] }), member('b', { income: 900_000 })];
    // Neither must report the other's figure.
    expect(each(by, members)).toEqual([900, 100]);
  });

  test('an amount shared by weights of bands, with another figure for each class; weights have decimals', () => {
    const bands = (figure: string, when: object) => ({
      when,
      key: { by: 'bands', figure, bands: [{ upTo: 100, weight: 1 }, { weight: 2.5 }] },
    });
    const key = {
      by: 'cases',
      cases: [bands('staff-fte', { flags: ['institute'] }), bands('income', { notFlags: ['institute'] })],
    };
    const by = formula({ parts: [{ kind: 'share', title: 'Deal', cost: 'deal', key }] });
    const members = [
      member('a', { 'staff-fte': 101 }, { flags: ['institute'] }),
      member('b', { income: 100 }),
      member('c', { income: 5000 }),
    ];
    expect(each(by, members, { costs: { deal: 60_000 } })).toEqual([25_000, 10_000, 25_000]);
  });

  test('the year of joining, from and to; a member without one is an old member', () => {
    const from = (when: object) => formula({ parts: [{ ...each100, when }] });
    const members = [member('a', {}, { joined: 1990 }), member('b', {}, { joined: 2024 }), member('c', {})];
    expect(each(from({ joinedFrom: 2024 }), members)).toEqual([0, 10_000, 0]);
    expect(each(from({ joinedTo: 2023 }), members)).toEqual([10_000, 0, 10_000]);
  });

  test('a figure, above or up to a bound; every member under the condition must report it', () => {
    const small = { figure: { figure: 'items', upTo: 70_000 } };
    const large = { figure: { figure: 'items', above: 70_000 } };
    const by = formula({
      parts: [
        { ...each100, when: small },
        { ...each100, amount: 50_000, when: large },
      ],
    });
    expect(each(by, [member('a', { items: 70_000 }), member('b', { items: 70_001 })])).toEqual([10_000, 50_000]);
    expect(refusals(by, [member('a', {})])).toContain('a has reported no items.');
  });

  test('a guard applies to some members only, and the others bear what it takes off', () => {
    const items = { kind: 'share', title: 'Items', cost: 'all', key: { by: 'figure', figure: 'items' } };
    const guard = { kind: 'maximum', title: 'Schools', amount: 1000, when: { flags: ['school'] } };
    const members = [member('a', { items: 50 }, { flags: ['school'] }), member('b', { items: 50 })];
    const costs = { all: 10_000 };
    expect(each(formula({ parts: [items], guards: [guard] }), members, { costs })).toEqual([1000, 5000]);
    const borne = { ...guard, borne: { bornBy: 'others' } };
    expect(each(formula({ parts: [items], guards: [borne] }), members, { costs })).toEqual([1000, 9000]);
  });

  test('an empty condition is no condition', () => {
    expect(
      formulaSchema.safeParse({ ...formula({ parts: [each100] }), parts: [{ ...each100, when: {} }] }).success,
    ).toBe(false);
  });
});

describe('Parts of parts, and guards on one', () => {
  const perHead = { kind: 'per-unit', title: 'Heads', figure: 'population', price: '0.10' };
  const perItem = { kind: 'per-unit', title: 'Items', figure: 'items', price: '0.50' };
  const of = (population: number, items: number) => member('a', { population, items });

  test('the greater or the lesser of two, with which one it was', () => {
    const held = (kind: string) => formula({ parts: [{ kind, title: 'By size', parts: [perHead, perItem] }] });
    expect([each(held('max-of'), [of(1000, 300)]), each(held('min-of'), [of(1000, 300)])]).toEqual([
      [15_000],
      [10_000],
    ]);
    expect(fees(held('max-of'), [of(1000, 300)]).fees[0]?.lines).toEqual([
      {
        ...{ title: 'By size', of: 'part', amount: 15_000 },
        basis: { figure: 'items', value: '300', rule: '× 0.50 (Items)' },
      },
    ]);
    expect(refusals(held('max-of'), [member('a', { items: 1 })])).toEqual(['a has reported no population.']);
  });

  test('also of sums, and only of what concerns the member', () => {
    const by = formula({
      parts: [
        {
          ...{ kind: 'max-of', title: 'The dearer' },
          parts: [
            { kind: 'sum-of', title: 'Both', parts: [perHead, perItem] },
            { ...each100, amount: 90_000, when: { flags: ['university'] } },
          ],
        },
      ],
    });
    expect(each(by, [of(1000, 300)])).toEqual([25_000]);
    expect(each(by, [{ ...of(1000, 300), flags: ['university'] }])).toEqual([90_000]);
  });

  test('a guard on one part does not change the others', () => {
    const capped = { ...perHead, guards: [{ kind: 'maximum', title: 'Heads at most', amount: 5000 }] };
    const made = fees(formula({ parts: [capped, perItem] }), [of(1000, 300)]);
    expect(made.fees[0]).toEqual({
      memberId: 'a',
      fee: 20_000,
      lines: [
        {
          ...{ title: 'Heads', of: 'part', amount: 10_000 },
          basis: { figure: 'population', value: '1000', rule: '× 0.10' },
        },
        { title: 'Heads at most', of: 'guard', amount: -5000 },
        { ...{ title: 'Items', of: 'part', amount: 15_000 }, basis: { figure: 'items', value: '300', rule: '× 0.50' } },
      ],
    });
  });

  test('what a payer bears of a part is reported, and is refused for a nested part', () => {
    const guards = [{ kind: 'subsidy', title: 'Half', percent: '50', borne: { bornBy: 'payer', payer: 'state' } }];
    const made = fees(formula({ parts: [{ ...perHead, guards }, perItem] }), [of(1000, 300)]);
    expect([made.total, made.payers]).toEqual([20_000, [{ payer: 'state', amount: 5000 }]]);
    const within = { kind: 'max-of', title: 'x', parts: [{ ...perHead, guards }, perItem] };
    const { error } = formulaSchema.safeParse({ ...formula({ parts: [perHead] }), parts: [within] });
    expect(JSON.stringify(error?.issues)).toContain('no payer of its own');
  });

  const sizes = fc.record({ population: fc.nat(100_000), items: fc.nat(100_000), cap: fc.nat(1_000_000) });

  test('for any sizes, least and greatest sum to both, and lines sum to the fee', () => {
    fc.assert(
      fc.property(sizes, ({ population, items, cap }) => {
        const parts = [perHead, perItem];
        const guards = [{ kind: 'maximum', title: 'Most', amount: cap }];
        const [least] = each(formula({ parts: [{ kind: 'min-of', title: 'x', parts }] }), [of(population, items)]);
        const [most] = each(formula({ parts: [{ kind: 'max-of', title: 'x', parts }] }), [of(population, items)]);
        const [both] = each(formula({ parts }), [of(population, items)]);
        expect((least ?? 0) + (most ?? 0)).toBe(both);
        const [fee] = fees(formula({ parts: [{ kind: 'sum-of', title: 'x', parts, guards }] }), [
          of(population, items),
        ]).fees;
        expect(fee?.fee).toBe(Math.min(cap, both ?? 0));
        expect(fee?.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(fee?.fee);
      }),
    );
  });
});

describe('Discounts, rounding, and the transition from an old fee', () => {
  test('a discount lowers a fee; a negative fee is refused unless a minimum prevents it', () => {
    const off = { kind: 'flag', title: 'Three years at once', flag: 'three-years', is: true, amount: -2500 };
    const flags = { flags: ['three-years'] };
    expect(each(formula({ parts: [each100, off] }), [member('a', {}, flags), member('b', {})])).toEqual([7500, 10_000]);
    const large = { ...off, amount: -20_000 };
    expect(refusals(formula({ parts: [each100, large] }), [member('a', {}, flags)])).toEqual([
      'The fee of a is below nothing: a minimum of 0 leaves it at nothing.',
    ]);
    const guards = [{ kind: 'minimum', title: 'Nothing at least', amount: 0 }];
    expect(each(formula({ parts: [each100, large], guards }), [member('a', {}, flags)])).toEqual([0]);
    const others = [{ kind: 'minimum', title: 'Least', amount: 1, borne: { bornBy: 'others' } }];
    expect(refusals(formula({ parts: [each100, large], guards: others }), [member('a', {}, flags)])).toHaveLength(1);
  });

  test('a shared grant is deducted from the fees, to its last cent; a negative fee is refused', () => {
    const grant = { kind: 'share', title: 'State grant', cost: 'grant', takenOff: true };
    const by = (key: object) => formula({ parts: [each100, { ...grant, key }] });
    const all = [member('a', { items: 1 }), member('b', { items: 1 }), member('c', { items: 4 })];
    const made = fees(by({ by: 'equal' }), all, { costs: { grant: 10_000 } });
    expect(made.fees.map(({ fee }) => fee)).toEqual([6666, 6667, 6667]);
    expect([made.total, made.fees[0]?.lines.map(({ amount }) => amount)]).toEqual([20_000, [10_000, -3334]]);
    expect(each(by({ by: 'figure', figure: 'items' }), all, { costs: { grant: 12_000 } })).toEqual([8000, 8000, 2000]);
    expect(refusals(by({ by: 'figure', figure: 'items' }), all, { costs: { grant: 24_000 } })).toEqual([
      'The fee of c is below nothing: a minimum of 0 leaves it at nothing.',
    ]);
    const nobody = all.map(({ memberId }) => member(memberId, { items: 0 }));
    expect(refusals(by({ by: 'figure', figure: 'items' }), nobody, { costs: { grant: 1 } })).toEqual([
      'Nobody has a weight for State grant.',
    ]);
  });

  test.each([
    ['nearest', [12_300, 12_400, 12_400]],
    ['up', [12_400, 12_400, 12_400]],
    ['down', [12_300, 12_300, 12_300]],
  ])('to whole dollars, %s', (mode, expected) => {
    const by = formula({
      parts: [{ kind: 'per-unit', title: 'Loans', figure: 'loans', price: '1' }],
      guards: [{ kind: 'round-to', title: 'Whole dollars', unit: 100, mode }],
    });
    const of = (id: string, loans: number) => member(id, { loans });
    expect(each(by, [of('a', 123.499), of('b', 123.5), of('c', 123.999)])).toEqual(expected);
  });

  const transition = (from: number, years: number, borne: object = { bornBy: 'nobody' }) =>
    formula({ parts: [each100], guards: [{ kind: 'transition', title: 'From the old fee', from, years, borne }] });

  test('from the old fee to the new in equal steps, for members that paid before', () => {
    const by = transition(2026, 4);
    let before = 2000;
    const steps = [2026, 2027, 2028, 2029, 2030].map((year) => {
      const [fee = 0] = each(by, [member('a', {}, { feeBefore: before })], { year });
      before = fee;
      return fee;
    });
    expect(steps).toEqual([4000, 6000, 8000, 10_000, 10_000]);
    expect(each(by, [member('a', {}, { feeBefore: 20_000 })])).toEqual([17_500]);
    expect(each(by, [member('a', {}), member('b', {}, { feeBefore: 0 })])).toEqual([10_000, 10_000]);
  });

  test('where the others bear it, the sum equals the formula’s', () => {
    const by = transition(2026, 2, { bornBy: 'others' });
    const members = [member('a', {}, { feeBefore: 30_000 }), member('b', {}, { feeBefore: 2000 })];
    const made = fees(by, members);
    // The transition gives 20,000 and 6,000, scaled to 20,000 in total.
    expect(made.fees.map(({ fee }) => fee)).toEqual([15_385, 4615]);
    expect(made.total).toBe(20_000);
  });
});

test('a formula without new features is an unchanged document: sealed formulas remain sealed', () => {
  const written = {
    ...{ name: 'old', title: 'Old', source: 'Board', currency: 'USD' },
    parts: [
      { kind: 'share', title: 'x', cost: 'ils', key: { by: 'figure', figure: 'items' } },
      { kind: 'prorated', title: 'y', amount: 5, limits: [{ figure: 'items', full: 10 }] },
    ],
    guards: [{ kind: 'minimum', title: 'z', amount: 5 }],
  };
  const reading = { take: 'last', years: 1, lessFirst: 0 };
  expect(formulaSchema.parse(written)).toEqual({
    ...written,
    parts: [
      { ...written.parts[0], percent: '100', addPercent: '0', key: { by: 'figure', figure: 'items', ...reading } },
      { ...written.parts[1], limits: [{ figure: 'items', full: 10, ...reading }] },
    ],
    guards: [{ ...written.guards[0], borne: { bornBy: 'nobody' } }],
  });
});
