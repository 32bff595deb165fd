import { besides, concernsOf, inForce, refuseUnsaid, scenarioBefore } from './adoption.ts';
import { figureSchema, memberFiguresSchema } from './figures.ts';
import { formulaSchema } from './formula.ts';
import { largerPaysLess } from './larger-pays-less.ts';
import {
  reckonScenario,
  type Scenario,
  scenarioInputSchema,
  scenarioSchema,
  sealedContent,
  warningsOf,
} from './scenario.ts';

const fixed = { kind: 'fixed', title: 'Each', amount: 100 };
const formula = (name: string, currency = 'USD', parts: object[] = [fixed]) =>
  formulaSchema.parse({ name, title: name, source: 'Board', currency, parts });
const scenario = (scenarioId: string, over: Partial<Scenario> = {}, adopted: object = {}): Scenario =>
  scenarioSchema.parse({
    ...{ scenarioId, title: scenarioId, year: 2026, formula: formula('dues'), costs: {}, state: 'adopted', v: 2 },
    ...{ made: { at: '2026-01-01', by: 'p' }, preparers: ['p'] },
    adopted: {
      ...{ at: `2026-02-0${scenarioId.length}`, by: 'a', decisionReference: 'd', seal: 's', members: 1, total: 1 },
      ...{ payers: [], replaces: [], ...adopted },
    },
    ...over,
  });
const ids = (all: readonly Scenario[]) => all.map(({ scenarioId }) => scenarioId);

describe('Scenarios in force', () => {
  const one = scenario('a');
  const two = scenario('bb', { formula: formula('e-books') });

  test('two fees of a year are both billed; a replaced one is not', () => {
    expect(ids(inForce([one, two]))).toEqual(['a', 'bb']);
    const three = scenario('ccc', { formula: formula('all-in-one') }, { replaces: ['a', 'bb'] });
    expect(ids(inForce([one, two, three]))).toEqual(['ccc']);
    // A scenario replaced by one that was itself replaced does not become effective again.
    expect(ids(inForce([one, two, three, scenario('dddd', {}, { replaces: ['ccc'] })]))).toEqual(['dddd']);
  });

  test('adopted before adoptions named what they replace, the later of the same formula and year counts', () => {
    const old = (id: string): Scenario => {
      const { adopted, ...rest } = scenario(id);
      if (!adopted) throw new Error('It is adopted.');
      const { replaces: _, ...decision } = adopted;
      return { ...rest, adopted: decision };
    };
    expect(ids(inForce([old('a'), old('bb'), two]))).toEqual(['bb', 'bb']);
  });

  test('an adoption names what it replaces, which must be in force; its own formula is not billed twice', () => {
    const draft = { ...scenario('ccc'), adopted: undefined } as unknown as Scenario;
    const refusalCode = (
      replaces: string[],
      concerns: ('beside-others' | 'not-checked')[] = [],
      acknowledged = concerns,
    ) => refuseUnsaid(draft, { replaces, acknowledged }, { adopted: [one, two], concerns })?.code;
    expect([refusalCode([]), refusalCode(['x', 'a']), refusalCode(['a'])]).toEqual([
      'replacement-not-stated',
      'replaces-no-such',
      undefined,
    ]);
    expect(refusalCode(['a'], ['beside-others'], [])).toBe('not-acknowledged');
    expect(refusalCode(['a'], ['beside-others'])).toBeUndefined();
    expect(ids(besides(draft, [one, two], ['a']))).toEqual(['bb']);
    expect(refusalCode(['a'], ['not-checked', 'beside-others'], ['beside-others'])).toBe('not-acknowledged');
  });

  test('the previous fee is that of the formula of the same name, or of the only one in the currency', () => {
    const input = { year: 2027, formula: formula('dues') };
    expect(scenarioBefore(input, [one, two])?.scenarioId).toBe('a');
    expect(scenarioBefore({ ...input, formula: formula('new') }, [one])?.scenarioId).toBe('a');
    expect(scenarioBefore({ ...input, formula: formula('new') }, [one, two])).toBeUndefined();
    expect(scenarioBefore({ ...input, formula: formula('dues', 'EUR') }, [one])).toBeUndefined();
    expect(scenarioBefore({ ...input, year: 2028 }, [one])).toBeUndefined();
  });
});

describe('Warnings without a size', () => {
  const bands = (figure: string) => ({
    ...{ kind: 'bands', title: figure, figure },
    bands: [{ upTo: 50, amount: 900 }, { amount: 800 }],
  });
  const reported = (memberId: string, figures: Record<string, number>) => ({
    ...memberFiguresSchema.parse({
      memberId,
      figures: Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, { 2026: value }])),
    }),
    ...{ takesPart: true, changed: { at: '2026', by: 'p' }, v: 1 },
  });
  const checked = (parts: object[], ...members: ReturnType<typeof reported>[]) => {
    const input = scenarioInputSchema.parse({ title: 't', year: 2026, formula: formula('f', 'USD', parts) });
    const outcome = reckonScenario(input, members);
    if ('refused' in outcome) throw new Error(JSON.stringify(outcome.refused));
    return warningsOf(input, outcome);
  };

  test('the figure of the formula determines which member is larger', () => {
    expect(checked([bands('items')], reported('a', { items: 40 }), reported('b', { items: 60 }))).toMatchObject({
      checkedBy: ['items'],
      warnings: [{ larger: 'b', largerSize: '60', largerFee: 800, smaller: 'a', smallerSize: '40', smallerFee: 900 }],
    });
  });

  test('of two figures, the larger member is the one that is smaller in neither', () => {
    const [a, b] = [reported('a', { items: 40, loans: 60 }), reported('b', { items: 60, loans: 60 })];
    const crossed = reported('c', { items: 70, loans: 1 });
    const parts = [bands('items'), { kind: 'per-unit', title: 'Loans', figure: 'loans', price: '0.01' }];
    expect(checked(parts, a, b, crossed)).toMatchObject({
      ...{ checkedBy: ['items', 'loans'], warnings: [{ larger: 'b', largerSize: '60', smaller: 'a' }] },
    });
  });

  test('a formula without figures was not checked, which must be acknowledged', () => {
    const none = checked([fixed], reported('a', {}));
    expect(none).toMatchObject({ checkedBy: [], warnings: [], tariff: { drops: [] } });
    expect(concernsOf(none, {}, [])).toEqual(['not-checked']);
    const falls = checked([bands('items')], reported('a', { items: 40 }));
    expect([falls.warnings, concernsOf(falls, {}, [])]).toEqual([[], ['larger-pays-less']]);
    expect(concernsOf({ checkedBy: ['x'], warnings: [1] }, { withoutFigures: ['m'] }, [1])).toEqual([
      ...['larger-pays-less', 'without-figures', 'beside-others'],
    ]);
    const closed = { months: ['2026-01'], amount: 100 };
    expect(concernsOf({ checkedBy: ['x'], warnings: [] }, {}, [], closed)).toEqual(['months-closed']);
  });

  test('finding F6: a cost that is shared in part only is named, and must be acknowledged', () => {
    const share = (percent: string) => ({ kind: 'share', title: 'Items', cost: 'ils', percent, key: { by: 'equal' } });
    const input = (...parts: object[]) =>
      scenarioInputSchema.parse({ title: 't', year: 2026, formula: formula('f', 'USD', parts), costs: { ils: 100 } });
    const of = (scenario: ReturnType<typeof input>) => {
      const outcome = reckonScenario(scenario, [reported('a', {})]);
      if ('refused' in outcome) throw new Error(JSON.stringify(outcome.refused));
      return warningsOf(scenario, outcome);
    };
    const partly = of(input(share('60'), share('30')));
    expect(partly.uncovered).toEqual([{ cost: 'ils', percent: '90' }]);
    expect(concernsOf(partly, {}, [])).toContain('cost-not-covered');
    expect(of(input(share('60'), share('40'))).uncovered).toEqual([]);
  });

  test('a member that is larger in one size only is found by it as before', () => {
    const members = [reported('a', { items: 1 }), reported('b', { items: 2 }), reported('c', { items: 3 })];
    const fees = [30, 10, 20].map((fee, at) => ({ memberId: 'abc'[at] ?? '', fee, lines: [] }));
    expect(
      largerPaysLess({ fees, year: 2026 }, members, [figureSchema.parse({ figure: 'items' })]).warnings.map(
        ({ larger, smaller }) => [larger, smaller],
      ),
    ).toEqual([
      ['b', 'a'],
      ['c', 'a'],
    ]);
  });
});

test('members without figures are sealed with the fees, and nothing is sealed where no member lacks them', () => {
  const input = scenarioInputSchema.parse({ title: 't', year: 2026, formula: formula('f') });
  const outcome = reckonScenario(input, [], { members: ['b', 'a'], feesBefore: new Map() });
  if ('refused' in outcome) throw new Error('It can be reckoned.');
  expect(outcome.withoutFigures).toEqual(['a', 'b']);
  const text = (of: object) => sealedContent({ ...input, scenarioId: 'scn' }, { ...outcome, ...of });
  expect(text({})).toContain('"withoutFigures":["a","b"]');
  const { withoutFigures: _, ...all } = outcome;
  expect(sealedContent({ ...input, scenarioId: 'scn' }, all)).not.toContain('withoutFigures');
});
