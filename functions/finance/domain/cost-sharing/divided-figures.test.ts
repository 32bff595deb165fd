import fc from 'fast-check';
import { checkTariff } from './check-tariff.ts';
import { reckonFees } from './fees.ts';
import { type MemberFigures, memberFiguresSchema } from './figures.ts';
import { type Formula, formulaSchema } from './formula.ts';

const formula = (over: Record<string, unknown>): Formula =>
  formulaSchema.parse({ name: 'ours', title: 'Ours', source: 'Worked by us', currency: 'USD', ...over });
const member = (memberId: string, figures: Record<string, number>, flags: string[] = []): MemberFigures =>
  memberFiguresSchema.parse({
    ...{ memberId, flags },
    figures: Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, { 2026: value }])),
  });
const reckoned = (by: Formula, members: readonly MemberFigures[], costs: Record<string, number> = {}) =>
  reckonFees({ formula: by, year: 2026, members, costs });
const fees = (...given: Parameters<typeof reckoned>) => {
  const made = reckoned(...given);
  if ('refused' in made) throw new Error(made.refused.map(({ detail }) => detail).join(' '));
  return made.fees;
};
const each = (...given: Parameters<typeof reckoned>): number[] => fees(...given).map(({ fee }) => fee);
const refusals = (...given: Parameters<typeof reckoned>): string[] => {
  const made = reckoned(...given);
  return 'refused' in made ? made.refused.map(({ code, detail }) => `${code}: ${detail}`) : [];
};
const given = { year: 2026, minorDigits: 2, costs: {} };
const perUnit = (reading: object) => formula({ parts: [{ kind: 'per-unit', title: 'Loans', price: '1', ...reading }] });

describe('Division and rounding of a figure', () => {
  test('each thousand begun, each full thousand, and the nearest thousand', () => {
    const of = (mode: string) => perUnit({ figure: 'loans', dividedBy: 1000, rounded: { to: 1, mode } });
    const members = [0, 1, 1000, 1001, 1500, 1999].map((loans, at) => member(`m${at}`, { loans }));
    expect(each(of('up'), members)).toEqual([0, 100, 100, 200, 200, 200]);
    expect(each(of('down'), members)).toEqual([0, 0, 100, 100, 100, 100]);
    expect(each(of('nearest'), members)).toEqual([0, 0, 100, 100, 200, 200]);
  });

  test('a third of a figure is exact until the fee is rounded, and its basis says how it was divided', () => {
    const [fee] = fees(perUnit({ figure: 'loans', dividedBy: 3 }), [member('a', { loans: 100 })]);
    expect(fee?.fee).toBe(3333);
    expect(fee?.lines[0]?.basis).toEqual({ figure: 'loans', value: '33.333333333333', rule: '× 1 (100 / 3)' });
  });

  test('the free part and the maximum count before the division', () => {
    const reading = { figure: 'loans', lessFirst: 3000, atMost: 10_000, dividedBy: 1000 };
    const by = perUnit({ ...reading, rounded: { to: 1, mode: 'up' } });
    const of = (loans: number) => member('a', { loans });
    expect([2999, 3001, 4001, 99_000].map((loans) => each(by, [of(loans)])[0])).toEqual([0, 100, 200, 1000]);
  });

  test('one figure for each of another, in bands, shares and conditions', () => {
    const ratio = { figure: 'items', dividedBy: 'residents' };
    const bands = [{ upTo: 2, amount: 100 }, { amount: 500 }];
    const members = [member('a', { items: 20, residents: 10 }), member('b', { items: 21, residents: 10 })];
    expect(each(formula({ parts: [{ kind: 'bands', title: 'x', ...ratio, bands }] }), members)).toEqual([100, 500]);
    const share = { kind: 'share', title: 'x', cost: 'all', key: { by: 'figure', ...ratio } };
    expect(each(formula({ parts: [share] }), members, { all: 4100 })).toEqual([2000, 2100]);
    const when = { figure: { ...ratio, above: 2 } };
    expect(each(formula({ parts: [{ kind: 'fixed', title: 'x', amount: 700, when }] }), members)).toEqual([0, 700]);
  });

  test('a figure that is missing or zero in a division is named', () => {
    const by = perUnit({ figure: 'items', dividedBy: 'residents' });
    expect(refusals(by, [member('a', { items: 1 }), member('b', { items: 1, residents: 0 })])).toEqual([
      'figure-missing: a has reported no residents.',
      'figure-zero: items of b cannot be divided: its residents is zero.',
    ]);
    expect(refusals(by, [member('c', { residents: 3 })])).toEqual(['figure-missing: c has reported no items.']);
  });

  test('division by zero and rounding to a multiple of zero are no formula', () => {
    const parts = (reading: object) => [{ kind: 'per-unit', title: 'x', figure: 'loans', price: '1', ...reading }];
    const isFormula = (reading: object) =>
      formulaSchema.safeParse({ ...perUnit({ figure: 'loans' }), parts: parts(reading) }).success;
    expect([{ dividedBy: 0 }, { rounded: { to: 0, mode: 'up' } }, { dividedBy: -3 }].map(isFormula)).toEqual([
      false,
      false,
      false,
    ]);
  });

  const readings = fc.record({
    loans: fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 12 }),
    dividedBy: fc.integer({ min: 1, max: 5000 }),
    to: fc.integer({ min: 1, max: 100 }),
    cost: fc.nat(100_000_000),
  });

  test('for any figures: rounding up is at most one multiple above rounding down, and shares sum to the cent', () => {
    fc.assert(
      fc.property(readings, ({ loans, dividedBy, to, cost }) => {
        const members = loans.map((value, at) => member(`m${at}`, { loans: value + 1 }));
        const of = (mode: string) => each(perUnit({ figure: 'loans', dividedBy, rounded: { to, mode } }), members);
        const [up, down, nearest] = [of('up'), of('down'), of('nearest')];
        for (const [at, least] of down.entries()) {
          expect([least % (to * 100), (up[at] ?? 0) % (to * 100)]).toEqual([0, 0]);
          expect([least, least + to * 100]).toContain(up[at]);
          expect([least, up[at]]).toContain(nearest[at]);
        }
        const key = { by: 'figure', figure: 'loans', dividedBy, rounded: { to, mode: 'up' } };
        const shared = each(formula({ parts: [{ kind: 'share', title: 'x', cost: 'all', key }] }), members, {
          all: cost,
        });
        expect(shared.reduce((sum, fee) => sum + fee, 0)).toBe(cost);
      }),
    );
  });
});

describe('Several figures in one condition', () => {
  const bounds = [
    { figure: 'residents', upTo: 5000 },
    { figure: 'items', upTo: 20_000 },
  ];
  const small = (hold: string) =>
    formula({ parts: [{ kind: 'fixed', title: 'Small', amount: 100, when: { figures: { hold, of: bounds } } }] });
  const members = [
    member('a', { residents: 5000, items: 20_000 }),
    member('b', { residents: 5001, items: 20_000 }),
    member('c', { residents: 5001, items: 20_001 }),
  ];

  test('all of them hold, or one of them is enough', () => {
    expect([each(small('all'), members), each(small('any'), members)]).toEqual([
      [100, 0, 0],
      [100, 100, 0],
    ]);
  });

  test('each of the figures is needed, and one figure alone is no group', () => {
    expect(refusals(small('any'), [member('a', { residents: 1 })])).toEqual([
      'figure-missing: a has reported no items.',
    ]);
    const parts = [{ kind: 'fixed', title: 'x', amount: 1, when: { figures: { hold: 'all', of: bounds.slice(1) } } }];
    expect(formulaSchema.safeParse({ ...small('all'), parts }).success).toBe(false);
  });

  test('the check of the tariff changes each figure at each bound', () => {
    const { tariff } = checkTariff(small('all'), [], given);
    expect(tariff.drops.map(({ figure, smallerSize, others }) => [figure, smallerSize, others])).toEqual([
      ['residents', '5000', { items: expect.any(String) }],
      ['items', '20000', { residents: expect.any(String) }],
    ]);
  });
});

describe('The check of a tariff with divided and rounded figures', () => {
  const bands = (first: number, second: number) => [{ upTo: 3, amount: first }, { amount: second }];
  const stairs = (mode: string, first: number, second: number) => {
    const reading = { figure: 'loans', dividedBy: 1000, rounded: { to: 1, mode } };
    return formula({ parts: [{ kind: 'bands', title: 'x', ...reading, bands: bands(first, second) }] });
  };

  test.each([
    ['up', '3000', '3001'],
    ['down', '3999', '4000'],
    ['nearest', '3499', '3500'],
  ])('a fall is found where a figure rounded %s reaches the next band', (mode, smaller, larger) => {
    const { tariff, unchecked } = checkTariff(stairs(mode, 500, 400), [], given);
    expect(tariff.drops).toHaveLength(1);
    expect(tariff.drops[0]).toMatchObject({ smallerSize: smaller, smallerFee: 500, largerSize: larger });
    expect(unchecked).toEqual([{ code: 'rounded-figure', params: { figure: 'loans' } }]);
    expect(checkTariff(stairs(mode, 400, 500), [], given).tariff.drops).toEqual([]);
  });

  test('a fee by items for each resident falls as residents grow; where its bounds lie is not checked', () => {
    const { tariff, unchecked } = checkTariff(perUnit({ figure: 'items', dividedBy: 'residents' }), [], given);
    expect(tariff.drops.map(({ figure }) => figure)).toEqual(['residents']);
    expect(unchecked).toContainEqual({ code: 'quotient', params: { figure: 'items', by: 'residents' } });
  });
});

describe('A discount of a fixed amount', () => {
  const discount = (bornBy: string, amount = 3000) => ({
    ...{ kind: 'discount', title: 'Schools', amount, when: { flags: ['school'] } },
    borne: { bornBy, ...(bornBy === 'payer' && { payer: 'state' }) },
  });
  const items = { kind: 'share', title: 'Items', cost: 'all', key: { by: 'figure', figure: 'items' } };
  const by = (guard: object) => formula({ parts: [items], guards: [guard] });
  const members = [
    member('a', { items: 50 }, ['school']),
    member('b', { items: 20 }),
    member('c', { items: 29 }),
    member('d', { items: 1 }, ['school']),
  ];

  test('the others bear it in proportion to their fees; nobody falls below nothing', () => {
    expect(each(by(discount('nobody')), members, { all: 10_000 })).toEqual([2000, 2000, 2900, 0]);
    // a has 3,000 and d its whole 100 off: b and c bear 3,100 by 2,000 to 2,900.
    expect(each(by(discount('others')), members, { all: 10_000 })).toEqual([2000, 3265, 4735, 0]);
    const made = reckoned(by(discount('payer')), members, { all: 10_000 });
    expect(made).toMatchObject({ total: 6900, payers: [{ payer: 'state', amount: 3100 }] });
  });

  test('it is refused where nobody is left to bear it', () => {
    const schools = members.filter(({ flags }) => flags.includes('school'));
    expect(refusals(by(discount('others')), schools, { all: 10_000 })).toEqual([
      'cannot-balance: Schools: the others cannot bear it, all are held by it.',
    ]);
  });

  test('for any members and discount, what the others bear leaves the sum as it was, to the cent', () => {
    const sizes = fc.array(fc.record({ items: fc.nat(10_000), isSchool: fc.boolean() }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(sizes, fc.nat(10_000_000), fc.nat(1_000_000), (own, all, amount) => {
        const some = own.map(({ items: value, isSchool }, at) =>
          member(`m${at}`, { items: value }, isSchool ? ['school'] : []),
        );
        const free = member('z', { items: 1 });
        const made = fees(by(discount('others', amount)), [...some, free], { all: all + 10_000 });
        expect(made.reduce((sum, { fee }) => sum + fee, 0)).toBe(all + 10_000);
        for (const { fee, lines } of made) {
          expect(fee).toBeGreaterThanOrEqual(0);
          expect(lines.reduce((sum, line) => sum + line.amount, 0)).toBe(fee);
        }
      }),
    );
  });
});
