import { daysIn } from '../../../../layers/kernel/calendar/month.ts';
import { reckonScenario, type Scenario, scenarioInputSchema } from '../cost-sharing/scenario.ts';
import type { Block } from './billing-policy.ts';
import type { StatementLine } from './statement.ts';
import {
  figuresOf,
  linesOfFee,
  monthsNeeded,
  reckonTrueUp,
  type SealedMonth,
  type TrueUpOf,
  trueUpLine,
} from './true-up.ts';
import { trueUpSchema } from './true-up-schema.ts';

const line = (block: Block, amount: number, over: Partial<StatementLine> = {}): StatementLine => ({
  ...{ lineId: block === 'dues' ? 'dues-membership' : block, block, title: block, mode: 'charge', amount },
  ...{ from: '2026-10-01', to: '2026-10-31', evidence: { kind: 'bill', billId: 'pbl_1' }, ...over },
});
const carries = { month: '2026-09', lineId: 'a' };

describe('The lines of a fee in a statement', () => {
  const fee = { fee: 'membership', year: 2026, startsIn: 7 };
  const amounts = (...lines: StatementLine[]) => linesOfFee({ lines }, fee).map(({ amount }) => amount);

  test('are its dues of the twelve months of its year, and of no other fee', () => {
    const months = ['2026-06', '2026-07', '2027-06', '2027-07'];
    const lines = months.map((month, at) => line('dues', at, { from: `${month}-01` }));
    expect(amounts(...lines, line('dues', 9, { lineId: 'dues-courier' }), line('direct', 8))).toEqual([1, 2]);
  });

  test('are also later corrections of them, by the month and id of the corrected line', () => {
    const corrected = (amount: number, month: string, lineId: string) =>
      line('correction', amount, { corrects: { block: 'dues', month, lineId }, from: '2026-01-01' });
    expect(
      amounts(
        ...[corrected(1, '2026-07', 'dues-membership'), corrected(2, '2026-06', 'dues-membership')],
        ...[corrected(3, '2026-07', 'dues-courier'), corrected(4, '2027-09', 'carried-2026-08-dues-membership')],
        corrected(5, '2026-09', 'carried-2026-06-dues-membership'),
      ),
    ).toEqual([1, 4]);
  });

  test('are not lines of an earlier month, which count in the statement of that month', () => {
    const corrects = { block: 'dues' as const, month: '2026-08', lineId: 'dues-membership' };
    expect(amounts(line('dues', 1, { carries }), line('correction', 2, { carries, corrects }))).toEqual([]);
  });
});

describe('What a true-up takes from a statement', () => {
  const scenario = { formula: { name: 'membership' }, year: 2026 } as unknown as TrueUpOf['scenario'];
  const of = (lines: StatementLine[], invoice?: string, starts: TrueUpOf['starts'] = new Map()) =>
    figuresOf({ memberId: 'law', currency: 'USD', lines }, { scenario, starts }, invoice);

  test('is the platform’s cost of its own month, shown or charged, in all its parts', () => {
    const blocks: Block[] = ['direct', 'shared', 'idle', 'unattributed', 'unmetered', 'credit', 'tax', 'one-off'];
    const lines = blocks.map((block, at) => line(block, 10 ** at, { mode: at % 2 ? 'charge' : 'showback' }));
    expect(of([...lines, line('direct', 7, { carries })]).platform).toBe(11_111);
  });

  test('is the invoice only where the fee was charged, and only where there is one', () => {
    const figures = { memberId: 'law', currency: 'USD', platform: 0, billed: 5 };
    expect(of([line('dues', 5)], '2026-000001')).toStrictEqual({ ...figures, invoice: '2026-000001' });
    expect(of([line('dues', 5)])).toStrictEqual(figures);
    expect(of([line('dues', 5, { mode: 'showback' })], '2026-000001')).toStrictEqual(figures);
    expect(of([line('dues', 5, { mode: 'deferred' })], '2026-000001')).toStrictEqual(figures);
  });

  test('is by the member’s own fiscal year, which is the calendar year unless it is known', () => {
    const january = line('dues', 5, { from: '2027-01-01' });
    expect([of([january]).billed, of([january], undefined, new Map([['law', 7]])).billed]).toEqual([0, 5]);
    expect(of([line('dues', 5, { from: '2026-01-01' })]).billed).toBe(5);
  });
});

describe('A true-up of a year', () => {
  const made = { at: '2025-11-01T00:00:00.000Z', by: 'staff:stf_1' };
  const share = { kind: 'share', title: 'Platform', cost: 'ils', key: { by: 'figure', figure: 'items' } };
  const sizes = { abbey: 3, law: 1 };
  const ofParts = (parts: object[], costs: Record<string, number>, sized: Record<string, number> = sizes): TrueUpOf => {
    const input = scenarioInputSchema.parse({
      ...{ title: 'Dues', year: 2026, costs },
      formula: { name: 'membership', title: 'Membership', source: 'Board', currency: 'USD', parts },
    });
    const members = Object.entries(sized).map(([memberId, size]) => ({
      ...{ memberId, figures: { items: { '2026': size } }, flags: [], optedInto: [], takesPart: true },
      ...{ changed: made, v: 1 },
    }));
    const outcome = reckonScenario(input, members);
    if ('refused' in outcome) throw new Error(JSON.stringify(outcome.refused));
    const { rows, total, payers } = outcome;
    const adopted = { ...made, decisionReference: 'B', seal: 'adopted', members: rows.length, total, payers };
    const scenario: Scenario & { adopted: typeof adopted } = {
      ...{ scenarioId: 'scn_1', ...input, state: 'adopted', made, preparers: [made.by], adopted, v: 2 },
    };
    return { scenario, rows, starts: new Map(), consortiumStartsIn: 1 };
  };
  const of = ofParts([share], { ils: 1200 });
  const statement = (memberId: string, platform: number, billed: number, invoice?: string) => ({
    ...{ memberId, currency: 'USD', platform, billed, ...(invoice !== undefined && { invoice }) },
  });
  const year = (at: (month: string, place: number) => SealedMonth['statements']): SealedMonth[] =>
    monthsNeeded(of).map((month, place) => ({ month, hash: `hash of ${month}`, statements: at(month, place) }));
  const sealed = year((_, at) => [
    statement('abbey', 100, 75, `2026-${at % 2}`),
    statement('law', 20, 25, ...(at === 11 ? ['2026-9'] : [])),
  ]);

  test('has all that its approval names, in the form in which it is stored', () => {
    const trueUp = reckonTrueUp(of, { costs: {} }, sealed.toReversed());
    expect(trueUp).toStrictEqual({
      ...{ year: 2026, fee: 'membership', reference: 'scn_1', scenario: 'adopted', currency: 'USD', cost: 'ils' },
      ...{ costs: { ils: 1440 }, from: '2026-01', to: '2026-12' },
      packs: sealed.map(({ month, hash }) => ({ month, hash })),
      parts: [
        { memberId: 'abbey', actual: 1080, billed: 900, amount: 180, invoices: ['2026-0', '2026-1'] },
        { memberId: 'law', actual: 360, billed: 300, amount: 60, invoices: ['2026-9'] },
      ],
      ...{ actual: 1440, billed: 1200, amount: 240 },
    });
    expect(trueUpSchema.parse(trueUp)).toEqual(trueUp);
    if ('refused' in trueUp) throw new Error('refused');
    const [part] = trueUp.parts;
    expect(part && trueUpLine(trueUp, part)).toStrictEqual({
      ...{ lineId: 'true-up-2026-membership', block: 'dues', title: 'dues-true-up', amount: 180 },
      ...{ from: '2026-01-01', to: `2026-12-${daysIn('2026-12')}`, chargeClass: 'Correction' },
      evidence: {
        ...{ kind: 'true-up', year: 2026, fee: 'membership', reference: 'scn_1', scenario: 'adopted', cost: 'ils' },
        ...{ costs: { ils: 1440 }, packs: trueUp.packs, actual: 1080, billed: 900 },
        invoices: ['2026-0', '2026-1'],
      },
    });
  });

  test('returns what a member without a part was billed, and has no part of a member that was billed nothing', () => {
    const months = year((_, at) => [
      ...[statement('abbey', 0, 0), statement('guest', 0, 0), statement('quay', 0, 7)],
      ...(at === 0 ? [statement('once', 0, 5)] : []),
    ]);
    const trueUp = reckonTrueUp(of, { costs: {} }, months);
    if ('refused' in trueUp) throw new Error('refused');
    expect(trueUp.parts.map(({ memberId, amount }) => [memberId, amount])).toEqual([
      ...[
        ['abbey', 0],
        ['law', 0],
        ['once', -5],
        ['quay', -84],
      ],
    ]);
  });

  test('shares nothing where credits exceeded the use, and gives all dues back', () => {
    const months = year(() => [statement('abbey', -10, 75), statement('law', 1, 25)]);
    expect(reckonTrueUp(of, { costs: {} }, months)).toMatchObject({
      ...{ costs: { ils: 0 }, actual: 0, billed: 1200, amount: -1200 },
    });
  });

  test('counts the cost of the consortium’s own year only, whatever later months cost', () => {
    const later = [...sealed, { month: '2027-01', hash: 'later', statements: [statement('abbey', 9999, 3)] }];
    expect(reckonTrueUp(of, { costs: {} }, later)).toMatchObject({ costs: { ils: 1440 }, billed: 1203 });
  });

  test.each([
    [
      'no cost is shared',
      [{ kind: 'fixed', title: 'Each', amount: 100 }],
      {},
      {},
      'shares-no-cost',
      'The formula shares no cost: its fees do not depend on what the year came to.',
    ],
    [
      'it is not said which',
      [share, { ...share, cost: 'van' }],
      { van: 9 },
      {},
      'which-cost',
      'Say which of ils, van is the cost of the platform.',
    ],
    [
      'another one is named',
      [share],
      {},
      { cost: 'van' },
      'which-cost',
      'Say which of ils is the cost of the platform.',
    ],
    [
      'a cost is no other one',
      [share],
      {},
      { costs: { van: 5 } },
      'which-cost',
      'van is no other cost of the formula.',
    ],
    [
      'the platform’s is entered by hand',
      [share],
      {},
      { costs: { ils: 5 } },
      'which-cost',
      'ils is no other cost of the formula.',
    ],
  ])('is refused where %s', (_, parts, costs, input, code, detail) => {
    const one = ofParts(parts, { ils: 1200, ...costs });
    expect(reckonTrueUp(one, { costs: {}, ...input }, sealed)).toEqual({ refused: [{ code, detail }] });
  });

  test('is refused while months are open, and in another currency, naming both', () => {
    expect(reckonTrueUp(of, { costs: {} }, sealed.slice(2))).toEqual({
      refused: [{ code: 'months-open', detail: 'Not closed yet: 2026-01, 2026-02.' }],
    });
    const yen = sealed.map((month, at) => ({
      ...month,
      statements: month.statements.map((one) => ({ ...one, currency: at === 5 ? 'JPY' : 'USD' })),
    }));
    expect(reckonTrueUp(of, { costs: {} }, yen)).toEqual({
      refused: [{ code: 'formula-currency', detail: 'Statements are in JPY, the formula is in USD.' }],
    });
  });
});
