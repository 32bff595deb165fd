import { refuseAdoption, refuseUnsaid } from './adoption.ts';
import { compareFees } from './compare-fees.ts';
import { costsOf } from './costs-of.ts';
import type { Fees } from './fees.ts';
import { figureSchema, type MemberFigures, memberFiguresSchema } from './figures.ts';
import { type Formula, formulaSchema } from './formula.ts';
import { largerPaysLess } from './larger-pays-less.ts';
import { isMemberIn } from './membership.ts';
import { feesOf, reckonScenario, scenarioInputSchema, sealedContent, warningsOf } from './scenario.ts';
import { figuresSetBy, leavesConsortiumFields, setByAfter } from './set-by.ts';
import { sizesOf } from './sizes.ts';

const formula = (parts: object[], over: object = {}): Formula =>
  formulaSchema.parse({ name: 'ours', title: 'Ours', source: 'Board', currency: 'USD', parts, ...over });
const member = (memberId: string, figures: Record<string, number>, more: object = {}): MemberFigures =>
  memberFiguresSchema.parse({
    ...{ memberId, ...more },
    figures: Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, { 2026: value }])),
  });

describe('Two outcomes side by side', () => {
  const fees = (all: Record<string, number>, currency = 'USD'): Fees => ({
    ...{ formula: 'f', year: 2026, currency, payers: [] },
    fees: Object.entries(all).map(([memberId, fee]) => ({ memberId, fee, lines: [] })),
    total: Object.values(all).reduce((sum, fee) => sum + fee, 0),
  });

  test('are compared by member: the largest loss first, those of one change by id', () => {
    expect(
      compareFees(fees({ a: 2000, b: 100, c: 10, d: 0 }), fees({ a: 2001, b: 50, c: 10, e: 5, d: 5 })),
    ).toStrictEqual({
      rows: [
        { memberId: 'd', before: 0, after: 5, change: 5, outcome: 'loses' },
        { memberId: 'e', before: 0, after: 5, change: 5, outcome: 'loses' },
        { memberId: 'a', before: 2000, after: 2001, change: 1, permille: 1, outcome: 'loses' },
        { memberId: 'c', before: 10, after: 10, change: 0, permille: 0, outcome: 'same' },
        { memberId: 'b', before: 100, after: 50, change: -50, permille: -500, outcome: 'gains' },
      ],
      ...{ before: 2110, after: 2071, gain: 1, lose: 3, same: 1 },
    });
    expect(compareFees(fees({}), fees({}, 'EUR'))).toEqual({
      refused: [{ code: 'other-currency', detail: 'USD and EUR are not compared.' }],
    });
  });

  test('warn of a larger member that pays less, by the smaller one that pays most; members without a like are named', () => {
    const sizes = [figureSchema.parse({ figure: 'items' }), figureSchema.parse({ figure: 'staff' })];
    const members = [
      ...[member('a', { items: 1 }), member('b', { items: 2 }), member('c', { items: 3 }), member('d', { items: 3 })],
      ...[
        member('e', { staff: 9 }),
        member('f', {}),
        member('g', { items: 5, staff: 5 }),
        member('h', { items: 5, staff: 6 }),
        member('z', { items: 9 }),
      ],
    ];
    const found = largerPaysLess(fees({ a: 50, b: 60, c: 40, d: 40, e: 1, f: 1, g: 9, h: 8 }), members, sizes);
    expect(found.notCompared).toEqual(['e', 'f']);
    const cliff = (
      larger: string,
      largerSize: string,
      largerFee: number,
      smaller: string,
      smallerSize: string,
      smallerFee: number,
    ) => ({
      ...{ larger, largerSize, largerFee, smaller, smallerSize, smallerFee },
    });
    expect(found.warnings).toEqual([
      ...[cliff('c', '3', 40, 'b', '2', 60), cliff('d', '3', 40, 'b', '2', 60), cliff('h', '6', 8, 'g', '5', 9)],
    ]);
    const crossed = [member('a', { items: 1, staff: 9 }), member('b', { items: 2, staff: 1 })];
    expect(largerPaysLess(fees({ a: 9, b: 1 }), crossed, sizes)).toEqual({ warnings: [], notCompared: [] });
  });

  test('are measured by the figures of the formula, each once, without free part and maximum', () => {
    const reading = { lessFirst: 5, atMost: 50, yearsBefore: 1, maxAge: 2, take: 'average', years: 2 };
    const share = (key: object) => ({ kind: 'share', title: 'S', cost: 'ils', percent: '10', key });
    const parts = [
      { kind: 'fixed', title: 'F', amount: 1 },
      { kind: 'flag', title: 'G', flag: 'x', is: true, amount: 1 },
      { kind: 'per-unit', title: 'L', figure: 'loans', price: '1', ...reading },
      ...[share({ by: 'equal' }), share({ by: 'figure', figure: 'items' })],
      share({
        by: 'cases',
        cases: [{ when: { flags: ['x'] }, key: { by: 'figure', figure: 'staff' } }, { key: { by: 'equal' } }],
      }),
      {
        kind: 'prorated',
        title: 'P',
        amount: 1,
        limits: [
          { figure: 'students', full: 5 },
          { figure: 'loans', full: 5 },
        ],
      },
      ...(['sum-of', 'max-of', 'min-of'] as const).map((kind) => ({
        ...{ kind, title: kind },
        parts: [
          { kind: 'fixed', title: 'F', amount: 1 },
          { kind: 'per-unit', title: 'x', figure: kind, price: '1' },
        ],
      })),
    ];
    expect(sizesOf(formula(parts))).toStrictEqual([
      { figure: 'loans', take: 'average', years: 2, lessFirst: 0, yearsBefore: 1, maxAge: 2 },
      ...['items', 'staff', 'students', 'sum-of', 'max-of', 'min-of'].map((figure) => ({
        figure,
        take: 'last',
        years: 1,
        lessFirst: 0,
      })),
    ]);
  });

  test('share the costs that the formula names, also in its sums and alternatives', () => {
    const share = (cost: string) => ({ kind: 'share', title: cost, cost, percent: '10', key: { by: 'equal' } });
    const fixed = { kind: 'fixed', title: 'F', amount: 1 };
    const held = (kind: string, cost: string) => ({ kind, title: kind, parts: [share(cost), fixed] });
    expect(
      costsOf(formula([share('a'), fixed, share('a'), held('sum-of', 'b'), held('max-of', 'c'), held('min-of', 'd')])),
    ).toEqual(['a', 'b', 'c', 'd']);
    expect(costsOf(formula([fixed]))).toEqual([]);
  });
});

describe('A scenario', () => {
  const fixed = { kind: 'fixed', title: 'Each', amount: 100 };
  const input = (over: object = {}, parts: object[] = [fixed], more: object = {}) =>
    scenarioInputSchema.parse({ title: 'Dues', year: 2026, formula: formula(parts, more), ...over });
  const reported = (memberId: string, over: object = {}) => ({
    ...member(memberId, { items: 5 }),
    ...{ takesPart: true, changed: { at: 'x', by: 'y' }, setBy: { takesPart: 'y' }, v: 1, ...over },
  });

  test('has a row of each member that takes part, with the figures behind its fee', () => {
    const outcome = reckonScenario(input(), [reported('b'), reported('a'), reported('left', { takesPart: false })], {
      members: ['left', 'z', 'c'],
      feesBefore: new Map(),
    });
    expect(outcome).toStrictEqual({
      rows: ['a', 'b'].map((memberId) => ({
        figures: member(memberId, { items: 5 }),
        fee: { memberId, fee: 100, lines: [{ title: 'Each', of: 'part', amount: 100 }] },
      })),
      ...{ total: 200, payers: [], withoutFigures: ['c', 'z'] },
    });
    expect(reckonScenario(input(), [reported('a')])).not.toHaveProperty('withoutFigures');
  });

  test.each(['yearly-change', 'transition'])(
    'that has a guard of the kind %s compares with the adopted fee of the year before',
    (kind) => {
      const guard = { kind, title: 'G', ...(kind === 'transition' ? { from: 2026, years: 2 } : { up: '0' }) };
      const basis = { members: [], feesBefore: new Map([['a', 50]]) };
      const feeBefore = (guards: object[]) => {
        const outcome = reckonScenario(
          input({}, [fixed], { guards }),
          [reported('a', { feeBefore: 80 }), reported('b', { feeBefore: 80 })],
          basis,
        );
        return 'rows' in outcome ? outcome.rows.map(({ figures }) => figures.feeBefore) : outcome;
      };
      expect(feeBefore([guard])).toEqual([50, 80]);
      expect(feeBefore([{ kind: 'minimum', title: 'M', amount: 1 }])).toEqual([80, 80]);
    },
  );

  test('names members without a like, and a size that its formula does not use', () => {
    const parts = [{ kind: 'per-unit', title: 'Items', figure: 'items', price: '1' }];
    const of = (over: object, shown = parts) => {
      const scenario = input(over, shown);
      const outcome = reckonScenario(scenario, [reported('a')]);
      if ('refused' in outcome) throw new Error('refused');
      expect(feesOf(scenario, outcome)).toMatchObject({
        formula: 'ours',
        year: 2026,
        currency: 'USD',
        total: outcome.total,
      });
      const { checkedBy, unchecked } = warningsOf(scenario, outcome);
      return { checkedBy, unchecked };
    };
    const alone = { code: 'member-alone', params: { member: 'a' } };
    expect(of({})).toEqual({ checkedBy: ['items'], unchecked: [alone] });
    expect(of({ size: { figure: 'items' } })).toEqual({ checkedBy: ['items'], unchecked: [alone] });
    expect(of({ size: { figure: 'staff' } })).toEqual({
      ...{ checkedBy: ['staff'], unchecked: [{ code: 'size-not-in-formula', params: { figure: 'staff' } }, alone] },
    });
    expect(of({}, [fixed as never])).toEqual({ checkedBy: [], unchecked: [] });
  });

  test('is sealed with everything that adoption freezes', () => {
    const scenario = { scenarioId: 'scn_1', ...input({ costs: { ils: 5 }, size: { figure: 'items' } }) };
    const content = JSON.parse(
      sealedContent(scenario, { rows: [], total: 5, payers: [{ payer: 'state', amount: 1 }] }),
    );
    expect(content).toEqual({ ...scenario, rows: [], total: 5, payers: [{ payer: 'state', amount: 1 }] });
  });
});

describe('The adoption of a scenario is refused', () => {
  const draft = { state: 'draft' as const, preparers: ['p'], v: 3 };
  const decision = { by: 'a', v: 3, seal: 's' };
  const found = { seal: 's', members: 1, figuresBy: ['f'] };

  test('unless it is a draft, by another person, with members, as it was seen', () => {
    expect(refuseAdoption(draft, decision, found)).toBeUndefined();
    expect(refuseAdoption({ ...draft, state: 'adopted' }, decision, found)).toEqual({
      code: 'not-draft',
      detail: 'It was adopted already.',
    });
    expect(refuseAdoption(draft, { ...decision, by: 'p' }, found)).toEqual({
      code: 'preparer-approves',
      detail: 'Who made or changed it does not adopt it.',
    });
    expect(refuseAdoption(draft, { ...decision, by: 'f' }, found)).toEqual({
      code: 'preparer-approves',
      detail: 'Who set a figure of it does not adopt it.',
    });
    expect(refuseAdoption(draft, decision, { ...found, members: 0 })).toEqual({
      code: 'nobody-pays',
      detail: 'No member takes part in it.',
    });
    const changed = {
      code: 'changed-meanwhile',
      detail: 'It, or a figure of it, is no longer as you saw it: look again.',
    };
    expect(refuseAdoption(draft, { ...decision, v: 2 }, found)).toEqual(changed);
    expect(refuseAdoption(draft, { ...decision, seal: 'x' }, found)).toEqual(changed);
  });

  test('unless it says what it replaces and acknowledges each concern, with the months that are written', () => {
    const of = (scenarioId: string, name: string) => ({
      scenarioId,
      year: 2026,
      formula: formula([{ kind: 'fixed', title: 'F', amount: 1 }], { name }),
      adopted: { at: '1', replaces: [] } as never,
    });
    const adopted = [of('one', 'dues'), of('two', 'books')];
    const refusal = (
      replaces: string[],
      concerns: ('months-closed' | 'not-checked')[] = [],
      closed?: { months: string[]; amount: number },
    ) => refuseUnsaid(of('new', 'dues'), { replaces, acknowledged: [] }, { adopted, concerns, closed });
    expect(refusal(['one'])).toBeUndefined();
    expect(refusal(['one', 'x', 'y'])).toEqual({ code: 'replaces-no-such', detail: 'Not in force in 2026: x, y.' });
    expect(refusal(['two'])).toEqual({
      code: 'replacement-not-stated',
      detail: 'one is of the same formula and year: say that it is replaced.',
    });
    expect(refusal(['one'], ['not-checked'], { months: ['2026-01'], amount: 5 })).toEqual({
      code: 'not-acknowledged',
      detail: 'To be acknowledged: not-checked.',
    });
    expect(refusal(['one'], ['not-checked', 'months-closed'], { months: ['2026-01', '2026-02'], amount: 5 })).toEqual({
      ...{ code: 'not-acknowledged' },
      detail:
        'To be acknowledged: not-checked, months-closed. Written already: 2026-01, 2026-02, to which 5 minor units fall.',
    });
  });
});

describe('The persons who set figures', () => {
  const values = (over: object = {}) => ({
    figures: { items: { 2026: 5 } },
    flags: ['a'],
    optedInto: ['b'],
    takesPart: true,
    ...over,
  });

  test('are of each figure of a year, flag, offer, and date of joining', () => {
    expect(setByAfter(undefined, values({ joined: 2020, joinedMonth: 3, feeBefore: 9 }), 'anna')).toEqual({
      ...{ 'figure/items/2026': 'anna', 'flag/a': 'anna', 'offer/b': 'anna' },
      ...{ joined: 'anna', joinedMonth: 'anna', feeBefore: 'anna', takesPart: 'anna' },
    });
  });

  test('remain where a value is unchanged, and change where it is changed, added or removed', () => {
    const before = {
      ...values({ joined: 2020 }),
      changed: { at: 'x', by: 'last' },
      setBy: { 'flag/a': 'anna', 'figure/items/2026': 'anna', gone: 'anna' },
    };
    expect(setByAfter(before, values({ flags: [], optedInto: ['b', 'c'], feeBefore: 1 }), 'ben')).toEqual({
      ...{ 'flag/a': 'ben', 'figure/items/2026': 'anna', gone: 'anna', 'offer/b': 'last', 'offer/c': 'ben' },
      ...{ joined: 'ben', feeBefore: 'ben', takesPart: 'last' },
    });
  });

  test('who may not adopt are all of members that take part, and of others who left them out', () => {
    const row = (over: object) => ({ memberId: 'm', ...values(), changed: { at: 'x', by: 'last' }, v: 1, ...over });
    expect(figuresSetBy([row({ setBy: { a: 'anna', b: 'ben' } }), row({}), row({ setBy: { a: 'ben' } })])).toEqual([
      'anna',
      'ben',
      'last',
    ]);
    expect(figuresSetBy([row({ takesPart: false, setBy: { a: 'anna', takesPart: 'ben' } })])).toEqual(['ben']);
    expect(figuresSetBy([row({ takesPart: false, setBy: { a: 'anna' } })])).toEqual(['last']);
  });

  test('of a member leave the fields of the consortium as they are', () => {
    const all = { joined: 2020, joinedMonth: 3, feeBefore: 9, takesPart: true };
    expect(leavesConsortiumFields(all, all)).toBe(true);
    for (const over of [{ joined: 2021 }, { joinedMonth: 4 }, { feeBefore: 8 }, { takesPart: false }])
      expect(leavesConsortiumFields({ ...all, ...over }, all)).toBe(false);
    expect([leavesConsortiumFields({ takesPart: true }), leavesConsortiumFields({ takesPart: false })]).toEqual([
      true,
      false,
    ]);
    expect(leavesConsortiumFields({ takesPart: true, joined: 2020 })).toBe(false);
  });

  test('of a year are those of members that joined by its end', () => {
    expect([2025, 2026, 2027].map((joined) => isMemberIn({ joined }, { year: 2026 }))).toEqual([true, true, false]);
    expect(isMemberIn({}, { year: 2026 })).toBe(true);
  });
});
