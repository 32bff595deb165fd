import type * as z from 'zod';
import { budgetLineSchema, costsOffBudget, paidForBy, weightsOfFee } from './consortium-budget.ts';
import { formulaSchema } from './formula.ts';
import { scenarioInputSchema, scenarioSchema } from './scenario.ts';
import { uncheckedSchema } from './tariff-check-schema.ts';

const messages = (schema: z.ZodType, value: unknown): string[] =>
  schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];
/** Returns the values that a schema takes. */
const taken = (schema: z.ZodType, values: readonly unknown[]): unknown[] =>
  values.filter((value) => schema.safeParse(value).success);
const x = (length: number): string => 'x'.repeat(length);

describe('A scenario', () => {
  const formula = {
    name: 'f',
    title: 'F',
    source: 'Board',
    currency: 'USD',
    parts: [{ kind: 'fixed', title: 'Each', amount: 1 }],
  };
  const input = (over: object) => ({ title: 'Dues', year: 2026, formula, ...over });
  const line = { kind: 'people', title: 'Staff', amount: 5, source: { from: 'dues', cost: 'ils' } };

  test('has a year, costs, a size and a budget within limits', () => {
    const costs = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`c${at}`, 1]));
    const good = [
      ...[
        {},
        { year: 1900 },
        { year: 2200 },
        { costs: costs(50) },
        { costs: { a: 1e13 } },
        { size: { figure: 'items' } },
      ],
      ...[{ budget: [line] }, { budget: Array(50).fill(line) }],
    ];
    const bad = [
      ...[{ year: 1899 }, { year: 2201 }, { costs: costs(51) }, { costs: { a: -1 } }, { costs: { a: 1e13 + 1 } }],
      ...[{ budget: [] }, { budget: Array(51).fill(line) }, { title: '' }, { title: x(201) }, { other: 1 }],
    ];
    expect(taken(scenarioInputSchema, good.map(input))).toHaveLength(good.length);
    expect(taken(scenarioInputSchema, bad.map(input))).toEqual([]);
    expect(messages(scenarioInputSchema, input({ costs: costs(51) }))).toEqual(['At most 50 costs.']);
    expect(scenarioInputSchema.parse(input({})).costs).toEqual({});
  });

  test('is a draft or adopted, with the concerns that its approver acknowledged', () => {
    const act = { at: 'x', by: 'y' };
    const made = { scenarioId: 'scn_1', ...scenarioInputSchema.parse(input({})), made: act, preparers: ['y'], v: 1 };
    const adopted = {
      ...act,
      decisionReference: 'B',
      seal: 's',
      members: 1,
      total: 5,
      payers: [{ payer: 'state', amount: 1 }],
    };
    const concerns = [
      'larger-pays-less',
      'not-checked',
      'cost-not-covered',
      'without-figures',
      'beside-others',
      'months-closed',
    ];
    const more = {
      replaces: ['scn_0'],
      acknowledged: concerns,
      withoutFigures: ['law'],
      monthsClosed: { months: ['2026-01'], amount: 5 },
    };
    for (const over of [
      { state: 'draft' },
      { state: 'adopted', adopted, changed: act },
      { state: 'adopted', adopted: { ...adopted, ...more } },
    ])
      expect(scenarioSchema.parse({ ...made, ...over })).toEqual({ ...made, ...over });
    const bad = [
      ...[{ state: 'x' }, { state: 'draft', other: 1 }, { state: 'adopted', adopted: { ...adopted, other: 1 } }],
      ...[
        { state: 'adopted', adopted: { ...adopted, acknowledged: ['x'] } },
        { state: 'adopted', adopted: { ...adopted, members: 1.5 } },
      ],
      { state: 'adopted', adopted: { ...adopted, monthsClosed: { months: [], amount: 5 } } },
    ];
    expect(
      taken(
        scenarioSchema,
        bad.map((over) => ({ ...made, ...over })),
      ),
    ).toEqual([]);
  });

  test('has a budget whose lines are of a known kind, paid by dues or by a grant', () => {
    const kinds = ['cloud', 'people', 'support', 'courier', 'e-resources', 'training', 'reserve', 'other'];
    expect(
      taken(
        budgetLineSchema,
        [...kinds, 'x'].map((kind) => ({ ...line, kind })),
      ),
    ).toHaveLength(8);
    const sources = [
      { from: 'grant', grantor: 'State' },
      { from: 'grant', grantor: x(200) },
    ];
    expect(
      taken(
        budgetLineSchema,
        sources.map((source) => ({ ...line, source })),
      ),
    ).toHaveLength(2);
    const bad = [
      { from: 'grant', grantor: x(201) },
      { from: 'grant' },
      { from: 'dues' },
      { from: 'tax', cost: 'a' },
      { from: 'dues', cost: 'a', other: 1 },
    ];
    expect(
      taken(
        budgetLineSchema,
        bad.map((source) => ({ ...line, source })),
      ),
    ).toEqual([]);
    expect(
      taken(budgetLineSchema, [
        { ...line, amount: -1 },
        { ...line, other: 1 },
      ]),
    ).toEqual([]);
  });

  test('names what was not checked by one of these codes', () => {
    const codes = [
      ...['borne-by-others', 'previous-year', 'rounded-figure', 'quotient', 'share-without-members', 'classes'],
      ...['combinations', 'size-not-in-formula', 'member-alone'],
    ];
    expect(
      taken(
        uncheckedSchema,
        [...codes, 'x'].map((code) => ({ code, params: {} })),
      ),
    ).toHaveLength(codes.length);
  });
});

describe('What a fee pays of the budget', () => {
  const line = (title: string, amount: number, cost: string | undefined) =>
    budgetLineSchema.parse({
      ...{ kind: 'other', title, amount },
      source: cost === undefined ? { from: 'grant', grantor: 'State' } : { from: 'dues', cost },
    });
  const share = (title: string, cost: string, over: object = {}) => ({
    kind: 'share',
    title,
    cost,
    key: { by: 'equal' },
    ...over,
  });
  const formula = (...parts: object[]) =>
    formulaSchema.parse({ name: 'f', title: 'F', source: 'B', currency: 'USD', parts });
  const took = (title: string, amount: number, of: 'part' | 'guard' = 'part') => ({ title, of, amount });
  const budget = [
    line('People', 30, 'ils'),
    line('Empty', 0, 'ils'),
    line('Deal', 10, 'deal'),
    line('Grant', 99, undefined),
  ];
  const weights = (by: ReturnType<typeof formula>, ...lines: ReturnType<typeof took>[]) =>
    weightsOfFee(budget, by, lines).map(({ line: { title }, weight }) => [title, Number(weight)]);

  test('is each cost by what its parts took, also within a sum, but not of parts that share several', () => {
    expect(weights(formula(share('A', 'ils'), share('B', 'deal')), took('A', 3), took('B', 1))).toEqual([
      ['People', 900],
      ['Deal', 300],
    ]);
    const within = formula({
      kind: 'sum-of',
      title: 'S',
      parts: [share('A', 'ils'), { kind: 'fixed', title: 'x', amount: 1 }],
    });
    expect(weights(within, took('S', 3))).toEqual([['People', 900]]);
    const several = formula({ kind: 'max-of', title: 'M', parts: [share('A', 'ils'), share('B', 'deal')] });
    expect(weights(several, took('M', 3))).toEqual([
      ['People', 30],
      ['Deal', 10],
    ]);
  });

  test('is not by guards, by grants that are taken off, or by what took nothing', () => {
    const two = formula(share('A', 'ils'), share('B', 'deal'));
    expect(weights(two, took('A', 3), took('A', 5, 'guard'), took('B', 0), took('B', 2, 'guard'))).toEqual([
      ['People', 900],
    ]);
    const off = formula(share('A', 'ils', { takenOff: true }), share('B', 'deal'));
    expect(weights(off, took('A', 3), took('B', 2))).toEqual([['Deal', 600]]);
    expect(
      weights(
        formula(share('A', 'ils', { percent: '50' }), share('A2', 'ils', { percent: '50' })),
        took('A', 1),
        took('A2', 2),
      ),
    ).toEqual([['People', 900]]);
  });

  test('is all lines of dues by their amounts where the fee took none of their costs', () => {
    expect(weights(formula({ kind: 'fixed', title: 'Each', amount: 1 }), took('Each', 9))).toEqual([
      ['People', 30],
      ['Deal', 10],
    ]);
    expect(weights(formula(share('A', 'van')), took('A', 9))).toEqual([
      ['People', 30],
      ['Deal', 10],
    ]);
  });

  test('sums to the amount, with the kind and title of each line', () => {
    const all = weightsOfFee(budget, formula(share('A', 'ils'), share('B', 'deal')), [took('A', 3), took('B', 1)]);
    expect(paidForBy(-7, all)).toEqual([
      { kind: 'other', title: 'People', amount: -5 },
      { kind: 'other', title: 'Deal', amount: -2 },
    ]);
    expect(paidForBy(5, [])).toEqual([]);
    expect(costsOffBudget({ van: 1, ils: 30, deal: 11 }, budget)).toEqual(['deal', 'van']);
    expect(costsOffBudget({ ils: 30, deal: 10 }, budget)).toEqual([]);
  });
});
