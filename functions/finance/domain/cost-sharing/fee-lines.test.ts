import { feesSchema, reckonFees } from './fees.ts';
import { type MemberFigures, memberFiguresSchema } from './figures.ts';
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
const linesOf = (by: Formula, of: MemberFigures, costs: Record<string, number> = {}, others: MemberFigures[] = []) => {
  const made = reckon(by, [of, ...others], costs);
  if ('refused' in made) throw new Error(JSON.stringify(made.refused));
  return made.fees
    .find(({ memberId }) => memberId === of.memberId)
    ?.lines.map(({ title, of: kind, amount, basis }) =>
      [title, kind, amount, ...(basis ? [basis.figure, basis.value, basis.rule] : [])].join(' | '),
    );
};
const refused = (by: Formula, members: MemberFigures[], costs: Record<string, number> = {}, year = 2026) => {
  const made = reckon(by, members, costs, year);
  if (!('refused' in made)) return [];
  for (const one of made.refused) expect(formulaRefusalSchema.parse(one)).toEqual(one);
  return made.refused;
};

describe('The lines of a fee', () => {
  const loans = { figure: 'loans' };

  test('have the figure, its value and the rule by which they were calculated', () => {
    const parts = [
      ...[
        { kind: 'fixed', title: 'Base', amount: 100 },
        { kind: 'per-unit', title: 'Loans', ...loans, price: '0.5' },
      ],
      { kind: 'tiers', title: 'Tiers', ...loans, method: 'marginal', tiers: [{ upTo: 5, price: '1' }, { price: '2' }] },
      { kind: 'tiers', title: 'Percent', ...loans, method: 'flat', tiers: [{ percent: '50' }] },
      { kind: 'bands', title: 'Bands', ...loans, bands: [{ upTo: 5, amount: 10 }, { amount: 20 }] },
      { kind: 'flag', title: 'Rural', flag: 'rural', is: true, amount: 30 },
      { kind: 'flag', title: 'Not rural', flag: 'rural', is: false, amount: 40 },
      {
        kind: 'prorated',
        title: 'Small',
        amount: 100,
        limits: [
          { ...loans, full: 10 },
          { figure: 'items', full: 8 },
        ],
      },
      { kind: 'share', title: 'Share', cost: 'ils', percent: '25', key: { by: 'figure', ...loans } },
      {
        kind: 'share',
        title: 'Weights',
        cost: 'ils',
        percent: '25',
        key: { by: 'bands', ...loans, bands: [{ upTo: 6, weight: 1 }, { weight: 3 }] },
      },
      { kind: 'share', title: 'Equal', cost: 'ils', percent: '25', key: { by: 'equal' } },
    ];
    const [a, b] = [member('a', { loans: 7, items: 4 }, { flags: ['rural'] }), member('b', { loans: 3, items: 0 })];
    expect(linesOf(formula(parts), a, { ils: 400 }, [b])).toEqual([
      'Base | part | 100',
      'Loans | part | 350 | loans | 7 | × 0.5',
      'Tiers | part | 900 | loans | 7 | marginal × 2',
      'Percent | part | 4 | loans | 7 | flat 50 %',
      'Bands | part | 20 | loans | 7 | band 2',
      'Rural | part | 30',
      'Not rural | part | 0',
      'Small | part | 70 | loans | 7 | of 10',
      'Share | part | 70 | loans | 7 | ',
      'Weights | part | 75 | loans | 7 | band 2, weight 3',
      'Equal | part | 50',
    ]);
    expect(linesOf(formula(parts), b, { ils: 400 }, [a])?.slice(5)).toEqual([
      ...['Rural | part | 0', 'Not rural | part | 40', 'Small | part | 30 | loans | 3 | of 10'],
      ...[
        'Share | part | 30 | loans | 3 | ',
        'Weights | part | 25 | loans | 3 | band 1, weight 1',
        'Equal | part | 50',
      ],
    ]);
  });

  test('of a proportion are those of the nearest limit, at most the whole amount', () => {
    const small = (over: object) =>
      formula([
        {
          kind: 'prorated',
          title: 'S',
          amount: 100,
          limits: [
            { ...loans, full: 10 },
            { figure: 'items', full: 8 },
          ],
          ...over,
        },
      ]);
    expect(linesOf(small({}), member('a', { loans: 5, items: 6 }))).toEqual(['S | part | 75 | items | 6 | of 8']);
    expect(linesOf(small({}), member('a', { loans: 50, items: 6 }))).toEqual(['S | part | 100 | loans | 50 | of 10']);
    expect(linesOf(small({ beyond: 'whole' }), member('a', { loans: 50, items: 6 }))).toHaveLength(1);
    expect(refused(small({ beyond: 'refused' }), [member('a', { loans: 50, items: 8 })])).toEqual([
      {
        code: 'beyond-bands',
        detail: 'loans of a is beyond the last band, 10.',
        params: { member: 'a', figure: 'loans' },
      },
    ]);
  });

  test('say how a figure was divided and rounded', () => {
    const rule = (reading: object, figures: Record<string, number> = {}) =>
      linesOf(
        formula([{ kind: 'per-unit', title: 'L', ...loans, price: '1', ...reading }]),
        member('a', { loans: 1500, ...figures }),
      )?.[0];
    expect(rule({ dividedBy: 1000 })).toBe('L | part | 150 | loans | 1.5 | × 1 (1500 / 1000)');
    expect(rule({ dividedBy: 'staff' }, { staff: 3 })).toBe('L | part | 50000 | loans | 500 | × 1 (1500 / 3 staff)');
    expect(rule({ rounded: { to: 1000, mode: 'up' } })).toBe(
      'L | part | 200000 | loans | 2000 | × 1 (1500, up to a multiple of 1000)',
    );
    expect(rule({ rounded: { to: 1000, mode: 'down' } })).toBe(
      'L | part | 100000 | loans | 1000 | × 1 (1500, down to a multiple of 1000)',
    );
    expect(rule({ dividedBy: 1000, rounded: { to: 1, mode: 'nearest' } })).toBe(
      'L | part | 200 | loans | 2 | × 1 (1500 / 1000, to the nearest 1)',
    );
  });

  test('of alternatives are the one that counts, the first of equal ones, with its title', () => {
    const per = (title: string, price: string, figure = 'loans') => ({ kind: 'per-unit', title, figure, price });
    const base = { kind: 'fixed', title: 'Base', amount: 500 };
    const of = (kind: string, ...parts: object[]) =>
      linesOf(formula([{ kind, title: 'One', parts }]), member('a', { loans: 5, items: 2 }));
    expect(of('max-of', per('A', '1'), per('B', '2'))).toEqual(['One | part | 1000 | loans | 5 | × 2 (B)']);
    expect(of('min-of', per('A', '1'), per('B', '2'))).toEqual(['One | part | 500 | loans | 5 | × 1 (A)']);
    expect(of('min-of', per('A', '1'), per('B', '2.5', 'items'))).toEqual(['One | part | 500 | loans | 5 | × 1 (A)']);
    expect(of('max-of', per('A', '1'), per('B', '2.5', 'items'))).toEqual(['One | part | 500 | loans | 5 | × 1 (A)']);
    expect(of('max-of', base, per('B', '0.1'))).toEqual(['One | part | 500 | max-of | 5 | Base']);
    const figure = { kind: 'share', title: 'S', cost: 'ils', key: { by: 'figure', figure: 'loans' } };
    expect(
      linesOf(formula([{ kind: 'max-of', title: 'One', parts: [base, figure] }]), member('a', { loans: 5 }), {
        ils: 900,
      }),
    ).toEqual(['One | part | 900 | loans | 5 | (S)']);
  });

  test('of a sum have one amount; a member that no part of it concerns has no line', () => {
    const fixed = (amount: number) => ({ kind: 'fixed', title: 'x', amount, when: { flags: ['a'] } });
    for (const kind of ['sum-of', 'max-of', 'min-of']) {
      const by = formula([{ kind, title: 'All', parts: [fixed(5), fixed(7)] }]);
      expect(linesOf(by, member('a', {}))).toEqual([]);
      expect(linesOf(by, member('a', {}, { flags: ['a'] }))).toHaveLength(1);
    }
    const sum = formula([{ kind: 'sum-of', title: 'All', parts: [fixed(5), fixed(7)] }]);
    expect(linesOf(sum, member('a', {}, { flags: ['a'] }))).toEqual(['All | part | 12']);
  });

  test('of guards have their own title, also two guards of one part and of two parts', () => {
    const guard = (title: string, amount: number) => ({ kind: 'maximum', title, amount });
    const fixed = (title: string, ...guards: object[]) => ({ kind: 'fixed', title, amount: 100, guards });
    const by = formula([fixed('A', guard('A1', 90), guard('A2', 70)), fixed('B', guard('B1', 60))], {
      guards: [guard('All', 100), guard('Most', 95)],
    });
    expect(linesOf(by, member('a', {}))).toEqual([
      ...['A | part | 100', 'A1 | guard | -10', 'A2 | guard | -20', 'B | part | 100', 'B1 | guard | -40'],
      ...['All | guard | -30', 'Most | guard | -5'],
    ]);
  });

  test('of a guard of alternatives and sums count within them', () => {
    const capped = { kind: 'fixed', title: 'A', amount: 100, guards: [{ kind: 'maximum', title: 'Cap', amount: 30 }] };
    const by = formula([{ kind: 'max-of', title: 'One', parts: [capped, { kind: 'fixed', title: 'B', amount: 50 }] }]);
    expect(linesOf(by, member('a', {}))).toEqual(['One | part | 50 | max-of | 0.5 | B']);
  });

  test('have the form in which fees are stored, and payers once each with all that they pay', () => {
    const borne = (payer: string) => ({ borne: { bornBy: 'payer', payer } });
    const half = (title: string, payer: string) => ({ kind: 'subsidy', title, percent: '50', ...borne(payer) });
    const by = formula([{ kind: 'fixed', title: 'A', amount: 100, guards: [half('one', 'state')] }], {
      guards: [half('two', 'state'), half('three', 'fund')],
    });
    const made = reckon(by, [member('b', {}), member('a', {})]);
    expect(feesSchema.parse(made)).toEqual(made);
    expect(made).toMatchObject({
      ...{ formula: 'ours', year: 2026, currency: 'USD', total: 24 },
      payers: [
        { payer: 'state', amount: 150 },
        { payer: 'fund', amount: 26 },
      ],
      fees: [{ memberId: 'a' }, { memberId: 'b' }],
    });
  });

  test('round a shared whole together, so that it sums, and independent fees each for itself', () => {
    const third = (key: object) => ({ kind: 'share', title: 'S', cost: 'ils', key });
    const three = ['a', 'b', 'c'].map((id) => member(id, { loans: 1 }));
    const sum = (by: Formula, costs = {}) => {
      const made = reckon(by, three, costs);
      return 'total' in made ? [made.total, made.fees.map(({ fee }) => fee)] : made;
    };
    expect(sum(formula([third({ by: 'equal' })]), { ils: 100 })).toEqual([100, [34, 33, 33]]);
    expect(sum(formula([{ kind: 'sum-of', title: 'x', parts: [third({ by: 'equal' })] }]), { ils: 100 })).toEqual([
      100,
      [34, 33, 33],
    ]);
    const each = { kind: 'per-unit', title: 'L', figure: 'loans', price: '0.334' };
    expect(sum(formula([each]))).toEqual([99, [33, 33, 33]]);
    const others = { kind: 'minimum', title: 'M', amount: 0, borne: { bornBy: 'others' } };
    expect(sum(formula([each], { guards: [others] }))).toEqual([100, [34, 33, 33]]);
  });
});
