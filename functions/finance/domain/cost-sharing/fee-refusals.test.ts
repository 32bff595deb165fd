import { bandOf } from './bands.ts';
import { reckonFees } from './fees.ts';
import {
  divisorReading,
  figureSchema,
  figureText,
  type MemberFigures,
  memberFiguresSchema,
  readFigure,
  toMultiple,
} from './figures.ts';
import { type Formula, formulaSchema } from './formula.ts';
import { formulaRefusalSchema } from './reckoning.ts';

const formula = (parts: object[], over: object = {}): Formula =>
  formulaSchema.parse({ name: 'ours', title: 'Ours', source: 'Board', currency: 'USD', parts, ...over });
const member = (memberId: string, figures: Record<string, number>, more: object = {}): MemberFigures =>
  memberFiguresSchema.parse({
    ...{ memberId, ...more },
    figures: Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, { 2026: value }])),
  });
const reckon = (by: Formula, members: MemberFigures[], costs: Record<string, number> = {}, year = 2026) =>
  reckonFees({ formula: by, year, members, costs });
const refused = (by: Formula, members: MemberFigures[], costs: Record<string, number> = {}, year = 2026) => {
  const made = reckon(by, members, costs, year);
  if (!('refused' in made)) return [];
  for (const one of made.refused) expect(formulaRefusalSchema.parse(one)).toEqual(one);
  return made.refused;
};

describe('A fee is refused', () => {
  const loans = (over: object = {}) =>
    formula([{ kind: 'per-unit', title: 'Loans', figure: 'loans', price: '1', ...over }]);

  test('where a figure is missing, too old, divided by nothing, or beyond the bands, naming member and figure', () => {
    const params = { member: 'a', figure: 'loans' };
    expect(refused(loans(), [member('a', {})])).toEqual([
      { code: 'figure-missing', detail: 'a has reported no loans.', params },
    ]);
    expect(refused(loans(), [member('a', { loans: 1 })], {}, 2030)).toEqual([
      {
        code: 'figure-too-old',
        detail: 'a has reported no loans since 2026, which is too old for 2030.',
        params: { ...params, year: '2026' },
      },
    ]);
    expect(refused(loans({ dividedBy: 'staff' }), [member('a', { loans: 1, staff: 0 })])).toEqual([
      {
        code: 'figure-zero',
        detail: 'loans of a cannot be divided: its staff is zero.',
        params: { member: 'a', figure: 'staff' },
      },
    ]);
    const banded = formula([{ kind: 'bands', title: 'B', figure: 'loans', bands: [{ upTo: 5, amount: 1 }] }]);
    expect(refused(banded, [member('a', { loans: 6 })])).toEqual([
      { code: 'beyond-bands', detail: 'loans of a is beyond the last band, 5.', params },
    ]);
    expect(refused(banded, [member('a', { loans: 5 })])).toEqual([]);
  });

  test('where the key of a share needs a figure, also of cases, and for no member that it does not concern', () => {
    const share = (key: object) => formula([{ kind: 'share', title: 'S', cost: 'ils', key }]);
    const banded = { by: 'bands', figure: 'loans', bands: [{ upTo: 5, weight: 1 }] };
    const codes = (key: object, ...members: MemberFigures[]) =>
      refused(share(key), members, { ils: 5 }).map(({ code, params }) => `${code} ${params.member} ${params.figure}`);
    expect(codes({ by: 'figure', figure: 'loans' }, member('a', {}))).toEqual(['figure-missing a loans']);
    expect(codes({ by: 'equal' }, member('a', {}))).toEqual([]);
    expect(codes(banded, member('a', { loans: 6 }))).toEqual(['beyond-bands a loans']);
    const cases = {
      by: 'cases',
      cases: [{ when: { figure: { figure: 'items', above: 5 } }, key: banded }, { key: { by: 'equal' } }],
    };
    expect(codes(cases, member('a', {}))).toEqual(['figure-missing a items']);
    expect(codes(cases, member('a', { items: 6 }))).toEqual(['figure-missing a loans']);
    expect(codes(cases, member('a', { items: 5 }))).toEqual([]);
    expect(
      refused(share({ by: 'cases', cases: [{ when: { flags: ['x'] }, key: { by: 'equal' } }] }), [member('a', {})], {
        ils: 5,
      }),
    ).toEqual([{ code: 'nothing-to-share-by', detail: 'Nobody has a weight for S.', params: { title: 'S' } }]);
  });

  test('where a condition of a part or a guard needs a figure', () => {
    const when = { figure: { figure: 'items', above: 5 } };
    const fixed = { kind: 'fixed', title: 'F', amount: 5 };
    const guard = { kind: 'minimum', title: 'M', amount: 5, when };
    const both = {
      figures: {
        hold: 'any',
        of: [
          { figure: 'items', above: 5 },
          { figure: 'staff', upTo: 5 },
        ],
      },
    };
    const figures = (...formulas: Formula[]) =>
      formulas.map((by) => refused(by, [member('a', {})]).map(({ params }) => params.figure));
    expect(
      figures(
        formula([{ ...fixed, when }]),
        formula([fixed], { guards: [guard] }),
        formula([{ ...fixed, guards: [guard] }]),
        formula([{ ...fixed, when: both }]),
      ),
    ).toEqual([...[['items'], ['items'], ['items'], ['items', 'staff']]]);
    // Members that did not opt in are not asked.
    expect(figures(formula([{ ...fixed, when, onlyOptedInto: 'x' }, fixed]))).toEqual([[]]);
  });

  test('where a cost is missing, nobody has a weight, or an amount is too large, naming the title', () => {
    const share = (over: object = {}) =>
      formula([{ kind: 'share', title: 'S', cost: 'ils', key: { by: 'figure', figure: 'loans' }, ...over }]);
    expect(refused(share(), [member('a', { loans: 1 })])).toEqual([
      { code: 'cost-missing', detail: 'The cost ils was not given.', params: { cost: 'ils' } },
    ]);
    expect(refused(share(), [member('a', { loans: 0 })], { ils: 0 })).toEqual([]);
    // A share that concerns no member needs no cost.
    expect(
      refused(
        formula([
          { kind: 'share', title: 'S', cost: 'ils', key: { by: 'equal' }, onlyOptedInto: 'x' },
          { kind: 'fixed', title: 'F', amount: 1 },
        ]),
        [member('a', {})],
      ),
    ).toEqual([]);
    const large = (price: string) => refused(loans({ title: 'Dear', price }), [member('a', { loans: 1 })]);
    expect(large('100000000000')).toEqual([]);
    for (const price of ['100000000000.01', '-100000000000.01'])
      expect(large(price)).toEqual([
        { code: 'too-large', detail: 'Dear: an amount is beyond what is reckoned with.', params: { title: 'Dear' } },
      ]);
  });

  test('where it is below nothing, or the others cannot bear a guard', () => {
    const off = { kind: 'fixed', title: 'Off', amount: -5 };
    const below = {
      code: 'below-nothing',
      detail: 'The fee of a is below nothing: a minimum of 0 leaves it at nothing.',
      params: { member: 'a' },
    };
    expect(refused(formula([off]), [member('a', {})])).toEqual([below]);
    const others = { kind: 'minimum', title: 'M', amount: 1, borne: { bornBy: 'others' } };
    expect(refused(formula([off], { guards: [others] }), [member('a', {})])).toEqual([
      {
        code: 'below-nothing',
        detail: 'M: a fee is below nothing, so the others cannot bear it in proportion.',
        params: { title: 'M' },
      },
    ]);
    expect(
      refused(formula([{ kind: 'fixed', title: 'F', amount: 5 }], { guards: [{ ...others, amount: 9 }] }), [
        member('a', {}),
      ]),
    ).toEqual([
      { code: 'cannot-balance', detail: 'M: the others cannot bear it, all are held by it.', params: { title: 'M' } },
    ]);
  });
});

describe('A figure', () => {
  const reading = (over: object) => figureSchema.parse({ figure: 'loans', ...over });
  const of = (loans: Record<number, number>, staff: Record<number, number> = {}) => ({ figures: { loans, staff } });
  const read = (over: object, ...figures: Parameters<typeof of>) => {
    const value = readFigure(of(...figures), reading(over), 2026);
    return value === undefined ? undefined : Number(value) / 1e12;
  };

  test('is read from the newest year up to that of the fee, and not below nothing', () => {
    expect([
      read({}, { 2025: 5, 2026: 7, 2027: 9 }),
      read({ yearsBefore: 1 }, { 2025: 5, 2026: 7 }),
      read({}, {}),
    ]).toEqual([7, 5, undefined]);
    expect([
      read({ lessFirst: 9 }, { 2026: 7 }),
      read({ lessFirst: 2, atMost: 4 }, { 2026: 7 }),
      read({ atMost: 7 }, { 2026: 7 }),
    ]).toEqual([0, 4, 7]);
    expect([
      read({}, { 2023: 5 }),
      read({}, { 2022: 5 }),
      read({ maxAge: 4 }, { 2022: 5 }),
      read({ yearsBefore: 1 }, { 2022: 5 }),
    ]).toEqual([5, undefined, 5, 5]);
  });

  test('is the average of calendar years, or the smaller of it and the last', () => {
    const years = { 2026: 9, 2025: 3, 2024: 30 };
    expect([read({ take: 'average', years: 2 }, years), read({ take: 'average', years: 3 }, years)]).toEqual([6, 14]);
    const least = (years: number, loans: Record<number, number>) =>
      read({ take: 'least-of-last-and-average', years }, loans);
    expect([least(2, years), least(3, years)]).toEqual([6, 9]);
  });

  test('is divided by a figure of the same years, which is divided by nothing itself', () => {
    expect(
      divisorReading(reading({ dividedBy: 'staff', lessFirst: 5, atMost: 9, rounded: { to: 1, mode: 'up' } })),
    ).toStrictEqual({
      ...{ figure: 'staff', take: 'last', years: 1, lessFirst: 0 },
    });
    expect(
      divisorReading(reading({ dividedBy: 'staff', take: 'average', years: 3, yearsBefore: 1, maxAge: 2 })),
    ).toStrictEqual({
      ...{ figure: 'staff', take: 'average', years: 3, lessFirst: 0, yearsBefore: 1, maxAge: 2 },
    });
    expect([divisorReading(reading({})), divisorReading(reading({ dividedBy: 5 }))]).toEqual([undefined, undefined]);
    expect(read({ dividedBy: 'staff', yearsBefore: 1 }, { 2025: 8 }, { 2025: 2, 2026: 4 })).toBe(4);
    expect([read({ dividedBy: 'staff' }, { 2026: 8 }, { 2026: 0 }), read({ dividedBy: 'staff' }, { 2026: 8 })]).toEqual(
      [undefined, undefined],
    );
  });

  test('is rounded to a multiple, halves up, and shown without zeros at its end', () => {
    const round = (value: bigint) =>
      (['nearest', 'up', 'down'] as const).map((mode) => Number(toMultiple(value, 10n, mode)));
    expect([round(20n), round(21n), round(25n), round(-21n), round(-25n)]).toEqual([
      ...[
        [20, 20, 20],
        [20, 30, 20],
        [30, 30, 20],
        [-20, -20, -30],
        [-20, -20, -30],
      ],
    ]);
    expect([0n, 10n ** 12n, 15n * 10n ** 11n, 10n ** 13n].map(figureText)).toEqual(['0', '1', '1.5', '10']);
  });

  test('is in the band up to whose bound it reaches', () => {
    const bands = [{ upTo: 5 }, { upTo: 10.5 }];
    const at = (value: number) => bandOf(bands, BigInt(value * 1000) * 10n ** 9n).at;
    expect([at(0), at(5), at(5.001), at(10.5)]).toEqual([0, 0, 1, 1]);
    expect(() => at(10.501)).toThrow('10501000000000 is beyond the bands');
    expect(bandOf([...bands, {}], 10n ** 15n)).toEqual({ band: {}, at: 2 });
  });
});
