import type * as z from 'zod';
import { amountSchema, percentSchema, priceSchema, shareSchema, signedAmountSchema, weightSchema } from './amounts.ts';
import { whenSchema } from './condition.ts';
import { figureSchema, figureValueSchema, formulaNameSchema, memberFiguresSchema } from './figures.ts';
import { guardSchema, partGuardSchema } from './guard-schema.ts';
import { reportedFiguresSchema } from './scenario.ts';

const messages = (schema: z.ZodType, value: unknown): string[] =>
  schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];
/** Returns the values that a schema takes. */
const taken = (schema: z.ZodType, values: readonly unknown[]): unknown[] =>
  values.filter((value) => schema.safeParse(value).success);
const x = (length: number): string => 'x'.repeat(length);

describe('Numbers of a formula', () => {
  const decimals = ['0', '0.725', '999999999999', '0.1234567890', '12.5'];
  const malformed = ['', '.5', '5.', '1,5', '1e3', ' 1', '1 ', '+1', '1234567890123', '0.12345678901', 'x1', '1x'];

  test('a price is a decimal of either sign, with ten places at most', () => {
    expect(taken(priceSchema, [...decimals, '-0.40', ...malformed, '--1'])).toEqual([...decimals, '-0.40']);
    expect(messages(priceSchema, 'much')).toEqual(['A decimal such as 0.40 or -0.40, of ten places at most.']);
  });

  test('a percentage is a decimal up to 1000, a part of a whole up to 100', () => {
    const all = ['0', '0.5', '100', '100.1', '1000', '1000.1', '-1', ...malformed];
    expect(taken(percentSchema, all)).toEqual(['0', '0.5', '100', '100.1', '1000']);
    expect(taken(shareSchema, all)).toEqual(['0', '0.5', '100']);
    expect(messages(percentSchema, '1001')).toEqual(['A percentage is 1000 at most.']);
    expect(messages(shareSchema, '101')).toEqual(['No more than the whole.']);
    expect(messages(percentSchema, 'x')[0]).toBe('A decimal such as 0.725, of ten places at most.');
  });

  test('an amount is whole minor units, a figure has three decimals, a weight six', () => {
    expect(taken(amountSchema, [0, 1, 1e13, -1, 1.5, 1e13 + 1])).toEqual([0, 1, 1e13]);
    expect(taken(signedAmountSchema, [-1e13, 0, 1e13, -1e13 - 1, 0.5])).toEqual([-1e13, 0, 1e13]);
    expect(taken(figureValueSchema, [0, 0.001, 12.5, 1e12, -1, 0.0001, 1e12 + 1, 1e-7])).toEqual([
      0, 0.001, 12.5, 1e12,
    ]);
    expect(messages(figureValueSchema, 0.0001)).toEqual(['A figure has three decimals at most.']);
    expect(taken(weightSchema, [0, 0.000001, 1e6, -1, 0.0000001, 1e6 + 1])).toEqual([0, 0.000001, 1e6]);
    expect(messages(weightSchema, 0.0000001)).toEqual(['A weight has six decimals at most.']);
  });

  test('a name is 1 to 40 small letters, digits and hyphens, and begins with a letter', () => {
    const names = ['a', 'a1-b', x(40)];
    expect(taken(formulaNameSchema, [...names, '', '1a', '-a', 'A', 'aB', 'a b', x(41), 'é'])).toEqual(names);
    expect(messages(formulaNameSchema, 'A')).toEqual(['A name is small letters, digits and hyphens.']);
  });
});

describe('The figures of a member', () => {
  const of = (over: object) => ({ memberId: 'a', figures: {}, ...over });

  test('have figures by name and year, flags, offers and the year of joining, within limits', () => {
    const names = (count: number) => Array.from({ length: count }, (_, at) => `n${at}`);
    const figures = (count: number) => Object.fromEntries(names(count).map((name) => [name, {}]));
    const years = (count: number) => Object.fromEntries(names(count).map((_, at) => [String(1990 + at), 1]));
    const good = [
      ...[{}, { memberId: x(64) }, { joined: 1800, joinedMonth: 1 }, { joined: 2200, joinedMonth: 12 }],
      ...[{ figures: figures(60) }, { figures: { a: years(30) } }, { flags: names(50) }, { optedInto: names(100) }],
      ...[{ feeBefore: 0 }, { feeBefore: 1e12 }],
    ];
    const bad = [
      ...[{ memberId: '' }, { memberId: x(65) }, { joined: 1799 }, { joined: 2201 }, { joinedMonth: 0 }],
      ...[{ joinedMonth: 13 }, { figures: figures(61) }, { figures: { a: years(31) } }, { figures: { A: {} } }],
      ...[
        { flags: names(51) },
        { optedInto: names(101) },
        { flags: ['A'] },
        { feeBefore: -1 },
        { feeBefore: 1e12 + 1 },
      ],
      ...[{ figures: { a: { '26': 1 } } }, { figures: { a: { '20260': 1 } } }, { other: 1 }],
    ];
    expect(taken(memberFiguresSchema, good.map(of))).toHaveLength(good.length);
    expect(taken(memberFiguresSchema, bad.map(of))).toEqual([]);
    expect(messages(memberFiguresSchema, of({ figures: figures(61) }))).toEqual(['At most 60 figures.']);
    expect(messages(memberFiguresSchema, of({ figures: { a: years(31) } }))).toEqual(['At most 30 years.']);
    expect(memberFiguresSchema.parse(of({}))).toEqual(of({ flags: [], optedInto: [] }));
    expect(reportedFiguresSchema.parse({ ...of({}), changed: { at: 'x', by: 'y' }, v: 1 }).takesPart).toBe(true);
  });

  test('are read by the last year, an average or the smaller of both, with a free part, a maximum, a divisor and rounding', () => {
    const reading = (over: object) => ({ figure: 'items', ...over });
    expect(figureSchema.parse(reading({}))).toEqual(reading({ take: 'last', years: 1, lessFirst: 0 }));
    const good = [
      ...[{ take: 'average' }, { take: 'least-of-last-and-average' }, { years: 10 }, { yearsBefore: 0 }, { maxAge: 0 }],
      ...[{ yearsBefore: 10 }, { maxAge: 50 }, { atMost: 0 }, { dividedBy: 0.001 }, { dividedBy: 'residents' }],
      ...['nearest', 'up', 'down'].map((mode) => ({ rounded: { to: 0.001, mode } })),
    ];
    const bad = [
      ...[{ take: 'first' }, { years: 0 }, { years: 11 }, { yearsBefore: -1 }, { yearsBefore: 11 }, { maxAge: 51 }],
      ...[{ maxAge: -1 }, { lessFirst: -1 }, { atMost: -1 }, { dividedBy: 0 }, { dividedBy: 'A' }],
      ...[{ rounded: { to: 1, mode: 'away' } }, { rounded: { to: 0, mode: 'up' } }, { rounded: { mode: 'up' } }],
    ];
    expect(taken(figureSchema, good.map(reading))).toHaveLength(good.length);
    expect(taken(figureSchema, bad.map(reading))).toEqual([]);
    expect(messages(figureSchema, reading({ rounded: { to: 0, mode: 'up' } }))).toEqual(['A multiple is above zero.']);
    expect(JSON.stringify(figureSchema.safeParse(reading({ dividedBy: 0 })).error)).toContain(
      'Nothing is divided by zero.',
    );
  });
});

test('a condition states at least one thing, each within its limits', () => {
  const bounded = { figure: 'items', upTo: 5 };
  const names = (count: number) => Array.from({ length: count }, (_, at) => `n${at}`);
  const good = [
    ...[{ flags: names(20) }, { notFlags: ['a'] }, { joinedFrom: 1800 }, { joinedTo: 2200 }, { figure: bounded }],
    ...[{ figure: { figure: 'items', above: 5 } }, { figures: { hold: 'all', of: [bounded, bounded] } }],
    { figures: { hold: 'any', of: Array(5).fill(bounded) } },
  ];
  const bad = [
    ...[{}, { flags: [] }, { flags: names(21) }, { notFlags: [] }, { joinedFrom: 1799 }, { joinedTo: 2201 }],
    ...[{ figure: { figure: 'items' } }, { figures: { hold: 'all', of: [bounded] } }, { other: 1 }],
    ...[
      { figures: { hold: 'some', of: [bounded, bounded] } },
      { figures: { hold: 'any', of: Array(6).fill(bounded) } },
    ],
    { figure: { ...bounded, other: 1 } },
  ];
  expect(taken(whenSchema, good)).toHaveLength(good.length);
  expect(taken(whenSchema, bad)).toEqual([]);
  expect(messages(whenSchema, {})).toEqual(['A condition says something.']);
  expect(messages(whenSchema, { figure: { figure: 'items' } })).toEqual(['Above what, or up to what.']);
});

describe('Guards', () => {
  const kinds: Record<string, object> = {
    ...{ minimum: { amount: 0 }, maximum: { amount: 5 }, discount: { amount: 5 }, 'by-month': {} },
    ...{ 'phase-in': { percents: ['0', '50'] }, subsidy: { percent: '100', flag: 'rural' } },
    ...{ 'round-to': { unit: 100, mode: 'up' }, 'yearly-change': { up: '10', down: '100' } },
    transition: { from: 1900, years: 2 },
  };
  const guard = (kind: string, over: object = {}) => ({ kind, title: 'Least', ...kinds[kind], ...over });

  test.each(Object.keys(kinds))('of the kind %s are borne by nobody unless they say by whom', (kind) => {
    expect(guardSchema.parse(guard(kind))).toEqual({ ...guard(kind), borne: { bornBy: 'nobody' } });
    const bearers = [{ bornBy: 'others' }, { bornBy: 'nobody' }, { bornBy: 'payer', payer: 'state' }];
    const borne = taken(
      guardSchema,
      bearers.map((one) => guard(kind, { borne: one })),
    );
    // What is rounded is borne by no other member.
    expect(borne).toHaveLength(kind === 'round-to' ? 2 : 3);
    const others = [
      { other: 1 },
      { title: '' },
      { title: x(201) },
      { when: {} },
      { borne: { bornBy: 'payer' } },
      { borne: { bornBy: 'you' } },
    ];
    expect(
      taken(
        guardSchema,
        others.map((one) => guard(kind, one)),
      ),
    ).toEqual([]);
    expect(guardSchema.safeParse(guard(kind, { when: { flags: ['a'] }, title: x(200) })).success).toBe(true);
  });

  test.each<[string, object[], object[]]>([
    ['minimum', [{ amount: 1e13 }], [{ amount: -1 }, { amount: 1e13 + 1 }]],
    [
      'phase-in',
      [{ percents: Array(10).fill('1') }, { percents: ['1000'] }],
      [{ percents: [] }, { percents: Array(11).fill('1') }],
    ],
    ['subsidy', [{ percent: '0' }], [{ percent: '100.1' }, { flag: 'A' }]],
    [
      'round-to',
      [{ unit: 1 }, { unit: 1e9 }, { mode: 'down' }, { mode: 'nearest' }],
      [{ unit: 0 }, { unit: 1e9 + 1 }, { mode: 'x' }],
    ],
    ['yearly-change', [{ up: '1000' }], [{ down: '100.1' }, { up: '1000.1' }]],
    ['transition', [{ from: 2200, years: 20 }], [{ from: 1899 }, { from: 2201 }, { years: 1 }, { years: 21 }]],
  ])('of the kind %s are accepted with %j and refused with %j', (kind, good, bad) => {
    expect(
      taken(
        guardSchema,
        good.map((one) => guard(kind, one)),
      ),
    ).toHaveLength(good.length);
    expect(
      taken(
        guardSchema,
        bad.map((one) => guard(kind, one)),
      ),
    ).toEqual([]);
  });

  test('of one part do not compare with the year before', () => {
    const some = Object.keys(kinds).filter((kind) => partGuardSchema.safeParse(guard(kind)).success);
    expect(some).toEqual(['minimum', 'maximum', 'discount', 'by-month', 'phase-in', 'subsidy', 'round-to']);
    expect(messages(guardSchema, guard('yearly-change', { down: '101' }))).toEqual(['No fee falls below nothing.']);
  });
});
