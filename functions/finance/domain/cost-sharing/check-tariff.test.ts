import { checkTariff } from './check-tariff.ts';
import { type MemberFigures, memberFiguresSchema } from './figures.ts';
import { formulaSchema } from './formula.ts';
import { publishedFormulas } from './published.ts';

type Figures = Record<string, number>;
const member = (memberId: string, figures: Figures, flags: string[] = []): MemberFigures =>
  memberFiguresSchema.parse({
    ...{ memberId, flags },
    figures: Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, { 2026: value }])),
  });
const check = (over: object, members: readonly MemberFigures[] = [], costs: Figures = {}) => {
  const formula = formulaSchema.parse({
    name: 'ours',
    title: 'Ours',
    source: 'Worked by us',
    currency: 'USD',
    ...over,
  });
  return checkTariff(formula, members, { year: 2026, minorDigits: 2, costs });
};
const bands = (figure: string, ...amounts: [number, number, number]) => ({
  ...{ kind: 'bands', title: figure, figure },
  bands: [{ upTo: 20, amount: amounts[0] }, { upTo: 50, amount: amounts[1] }, { amount: amounts[2] }],
});
const shown = ({ tariff }: ReturnType<typeof check>) =>
  tariff.drops.map(({ figure, smallerSize, smallerFee, largerSize, largerFee, flags }) =>
    [flags.join(), figure, smallerSize, smallerFee, largerSize, largerFee].join(' '),
  );

describe('finding F2: the tariff itself is checked', () => {
  const twoClasses = {
    parts: [
      { ...bands('income', 900, 800, 700), when: { notFlags: ['institute'] } },
      { ...bands('staff', 500, 400, 600), when: { flags: ['institute'] } },
    ],
  };

  test('an inverted tariff of two classes by different figures falls at each bound of each class', () => {
    const members = [member('a', { income: 10 }), member('b', { staff: 60 }, ['institute'])];
    const checked = check(twoClasses, members);
    expect(shown(checked).toSorted()).toEqual([
      ' income 20 900 21 800',
      ' income 50 800 51 700',
      'institute staff 20 500 21 400',
    ]);
    expect(checked).toMatchObject({ tariff: { figures: ['income', 'staff'], classes: 2 }, unchecked: [] });
  });

  test('bounds beyond the current members count, also with no member at all', () => {
    expect(shown(check({ parts: [bands('items', 100, 200, 150)] }, [member('a', { items: 3 })]))).toEqual([
      ' items 50 200 51 150',
    ]);
    expect(shown(check({ parts: [bands('items', 100, 200, 150)] }))).toEqual([' items 50 200 51 150']);
  });

  test('a figure with decimals is checked in thousandths', () => {
    const flat = { kind: 'tiers', title: 'Staff', figure: 'fte', method: 'flat' };
    const parts = [{ ...flat, tiers: [{ upTo: 5, price: '10' }, { price: '9' }] }];
    expect(shown(check({ parts }))).toEqual([]);
    expect(shown(check({ parts }, [member('a', { fte: 2.5 })]))).toEqual([' fte 5 5000 5.001 4501']);
  });

  test('between bounds an alternative that falls is found where it begins to count', () => {
    const falling = {
      kind: 'sum-of',
      title: 'Rebate',
      parts: [
        { kind: 'fixed', title: 'Base', amount: 10_000 },
        { kind: 'per-unit', title: 'Less', figure: 'items', price: '-1' },
      ],
    };
    const rising = { kind: 'per-unit', title: 'More', figure: 'items', price: '1' };
    // The greater of 100 - items and items falls to 50 and rises again; limited to at most 60 it falls from 40 items on.
    const parts = [{ kind: 'max-of', title: 'Greater', parts: [falling, rising] }];
    expect(shown(check({ parts }))).toEqual([' items 0 10000 1 9900']);
    const most = [{ kind: 'maximum', title: 'At most', amount: 6000 }];
    expect(shown(check({ parts, guards: most }))).toEqual([' items 40 6000 41 5900']);
  });

  test('a fall that one value of another figure shows is found by combination', () => {
    const large = { ...bands('items', 100, 200, 150), when: { figure: { figure: 'students', above: 1000 } } };
    const { tariff } = check({ parts: [large, { kind: 'per-unit', title: 'Each', figure: 'students', price: '1' }] });
    expect(tariff.drops).toMatchObject([{ figure: 'items', smallerSize: '50', others: { students: '1001' } }]);
  });

  test('shares have the price of the current members; the weights of bands may fall', () => {
    const key = { by: 'bands', figure: 'loans', bands: [{ upTo: 10, weight: 2 }, { weight: 1 }] };
    const parts = [{ kind: 'share', title: 'By band', cost: 'all', key }];
    const members = [member('a', { loans: 1 }), member('b', { loans: 20 })];
    expect(shown(check({ parts }, members, { all: 900 }))).toEqual([' loans 10 600 11 300']);
  });

  test('what was not checked is named', () => {
    const guards = [
      { kind: 'minimum', title: 'Least', amount: 100, borne: { bornBy: 'others' } },
      { kind: 'yearly-change', title: 'Five per cent', up: '5' },
    ];
    const shares = [{ kind: 'share', title: 'Extra', cost: 'x', onlyOptedInto: 'x', key: { by: 'equal' } }];
    const { unchecked } = check({ parts: [bands('items', 1, 2, 3), ...shares], guards }, [], { x: 100 });
    expect(unchecked.map(({ code, params: { title } }) => [code, title])).toEqual([
      ['borne-by-others', 'Least'],
      ['previous-year', 'Five per cent'],
      ['share-without-members', 'Extra'],
    ]);
    const figures = ['a', 'b', 'c', 'd'].map((figure) => bands(figure, 1, 2, 3));
    expect(check({ parts: [{ kind: 'max-of', title: 'Greatest', parts: figures }] }).unchecked).toEqual([
      { code: 'combinations', params: {} },
    ]);
  });

  test('no published formula falls', () => {
    const falls = publishedFormulas.map((written) => {
      const { name, ...formula } = formulaSchema.parse(written);
      return [name, shown(check({ name, ...formula })).length];
    });
    expect(falls.filter(([, count]) => count !== 0)).toEqual([]);
  });
});
