import fc from 'fast-check';
import { shiftedMonth } from '../../../../layers/kernel/calendar/month.ts';
import { built } from '../../../../test/builders/statements.ts';
import { reckonScenario, type Scenario, scenarioInputSchema } from '../cost-sharing/scenario.ts';
import { members } from '../usage-report/synthetic-month.ts';
import { billingSchema } from './billing-policy.ts';
import { statementPostings } from './booking.ts';
import { duesOfMonth } from './dues-lines.ts';
import { referencesOf } from './invoice.ts';
import type { StatementLine } from './statement.ts';
import {
  figuresOf,
  monthsNeeded,
  reckonTrueUp,
  type SealedMonth,
  type TrueUpOf,
  trueUpLine,
  trueUpText,
} from './true-up.ts';
import type { TrueUp } from './true-up-schema.ts';

type Member = { memberId: string; size: number; startsIn: number };
type Year = { members: Member[]; adopted: number; platform: number[]; consortiumStartsIn: number };

const share = { kind: 'share', title: 'Platform', cost: 'ils', key: { by: 'figure', figure: 'items' } };
const made = { at: '2025-11-01T00:00:00.000Z', by: 'staff:stf_1' };

const ofYear = (
  { members: all, adopted, consortiumStartsIn }: Year,
  parts: object[] = [share],
  costs = {},
): TrueUpOf => {
  const input = scenarioInputSchema.parse({
    ...{ title: 'Dues', year: 2026, costs: { ils: adopted, ...costs } },
    formula: { name: 'membership', title: 'Membership', source: 'Board', currency: 'USD', parts },
  });
  const outcome = reckonScenario(
    input,
    all.map(({ memberId, size }) => ({
      ...{
        memberId,
        figures: { items: { '2026': size } },
        flags: [],
        optedInto: [],
        takesPart: true,
        changed: made,
        v: 1,
      },
    })),
  );
  if ('refused' in outcome) throw new Error(JSON.stringify(outcome.refused));
  const { rows, total, payers } = outcome;
  const adoption = { ...made, decisionReference: 'B', seal: 'a'.repeat(64), members: rows.length, total, payers };
  const scenario: Scenario & { adopted: typeof adoption } = {
    ...{ scenarioId: 'scn_1', ...input, state: 'adopted', made, preparers: [made.by], adopted: adoption, v: 2 },
  };
  return { scenario, rows, starts: new Map(all.map((one) => [one.memberId, one.startsIn])), consortiumStartsIn };
};

/** Returns closed months with their statements: dues in twelfths, the platform's cost of each month at one member. */
const sealedOf = (year: Year, of: TrueUpOf): SealedMonth[] =>
  monthsNeeded(of).map((month) => ({
    ...{ month, hash: month },
    statements: of.rows.map(({ fee: { memberId, fee } }, at) => {
      const from = `2026-${String(of.starts.get(memberId)).padStart(2, '0')}`;
      const billed = duesOfMonth({ amount: fee, from }, month) ?? 0;
      const place = Number(month.slice(5)) - 1;
      return { memberId, currency: 'USD', platform: at === 0 ? (year.platform[place] ?? 0) : 0, billed };
    }),
  }));

const platformIn = (year: Year): number => {
  const first = `2026-${String(year.consortiumStartsIn).padStart(2, '0')}`;
  const months = Array.from({ length: 12 }, (_, at) => Number(shiftedMonth(first, at).slice(5)) - 1);
  return months.reduce((sum, place) => sum + (year.platform[place] ?? 0), 0);
};

const found = (trueUp: ReturnType<typeof reckonTrueUp>): TrueUp => {
  if ('refused' in trueUp) throw new Error(JSON.stringify(trueUp.refused));
  return trueUp;
};

const years: fc.Arbitrary<Year> = fc.record({
  members: fc.uniqueArray(
    fc.record({
      memberId: fc.stringMatching(/^[a-z]{2,6}$/),
      size: fc.integer({ min: 1, max: 1e6 }),
      startsIn: fc.integer({ min: 1, max: 12 }),
    }),
    { minLength: 1, maxLength: 12, selector: ({ memberId }) => memberId },
  ),
  adopted: fc.integer({ min: 0, max: 1e8 }),
  platform: fc.array(fc.integer({ min: 0, max: 1e7 }), { minLength: 12, maxLength: 12 }),
  consortiumStartsIn: fc.integer({ min: 1, max: 12 }),
});

describe('A true-up', () => {
  it('sums exactly to the year’s cost less the billed amount; each part within a minor unit of its exact share', () => {
    fc.assert(
      fc.property(years, (year) => {
        const of = ofYear(year);
        const trueUp = found(reckonTrueUp(of, { costs: {} }, sealedOf(year, of)));
        const sum = (name: 'actual' | 'billed' | 'amount') => trueUp.parts.reduce((all, part) => all + part[name], 0);
        const cost = platformIn(year);
        expect([sum('actual'), sum('billed'), sum('amount')]).toEqual([cost, year.adopted, cost - year.adopted]);
        expect([trueUp.actual, trueUp.billed, trueUp.amount]).toEqual([cost, year.adopted, cost - year.adopted]);
        const whole = year.members.reduce((all, { size }) => all + size, 0);
        for (const { memberId, actual } of trueUp.parts) {
          const { size = 0 } = year.members.find((one) => one.memberId === memberId) ?? {};
          expect(Math.abs(actual - (cost * size) / whole)).toBeLessThan(1.001);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is the same in any order of months, statements and members, and when requested twice', () => {
    fc.assert(
      fc.property(years, fc.infiniteStream(fc.nat()), (year, chance) => {
        const shuffled = <T>(all: readonly T[]): T[] =>
          all
            .map((one) => [chance.next().value, one] as const)
            .toSorted(([a], [b]) => a - b)
            .map(([, one]) => one);
        const of = ofYear(year);
        const months = sealedOf(year, of);
        const one = found(reckonTrueUp(of, { costs: {} }, months));
        const other = shuffled(months).map((month) => ({ ...month, statements: shuffled(month.statements) }));
        const mixed = { ...of, rows: shuffled(of.rows) };
        expect(trueUpText(found(reckonTrueUp(mixed, { costs: {} }, other)))).toBe(trueUpText(one));
        expect(trueUpText(found(reckonTrueUp(of, { costs: {} }, months)))).toBe(trueUpText(one));
      }),
      { numRuns: 100 },
    );
  });

  const year: Year = {
    members: [
      { memberId: 'abbey', size: 50, startsIn: 1 },
      { memberId: 'law', size: 31, startsIn: 7 },
      { memberId: 'zoo', size: 19, startsIn: 1 },
    ],
    ...{ adopted: 12_000, platform: Array.from({ length: 12 }, () => 833), consortiumStartsIn: 1 },
  };

  it('waits for every month until the end of the consortium’s year, including the members’ own before it', () => {
    const of = ofYear(year);
    const months = sealedOf(year, of);
    expect([months.length, months[0]?.month, months.at(-1)?.month]).toEqual([18, '2026-01', '2027-06']);
    const short = months.filter(({ month }) => month !== '2026-03' && month !== '2027-06');
    expect(reckonTrueUp(of, { costs: {} }, short)).toEqual({
      refused: [{ code: 'months-open', detail: 'Not closed yet: 2026-03.' }],
    });
    const later = { ...of, consortiumStartsIn: 7 };
    const sealed = sealedOf({ ...year, consortiumStartsIn: 7 }, later);
    expect(reckonTrueUp(later, { costs: {} }, sealed.slice(1))).toEqual({
      refused: [{ code: 'months-open', detail: 'Not closed yet: 2026-01.' }],
    });
  });

  it('finding F13: does not wait for a member with a July year, whose dues of later months count as they were adopted', () => {
    const of = ofYear(year);
    const whole = found(reckonTrueUp(of, { costs: {} }, sealedOf(year, of)));
    const untilDecember = sealedOf(year, of).filter(({ month }) => month <= '2026-12');
    const trueUp = found(reckonTrueUp(of, { costs: {} }, untilDecember));
    expect(trueUp.parts.map(({ memberId, amount }) => [memberId, amount])).toEqual(
      whole.parts.map(({ memberId, amount }) => [memberId, amount]),
    );
    const law = trueUp.parts.find(({ memberId }) => memberId === 'law');
    // 31 % of 12,000 is 3,720: 310 a month, six of which are billed from January to June 2027.
    expect(law).toMatchObject({ billed: 1860, toBill: 1860, amount: (law?.actual ?? 0) - 3720 });
    expect(trueUp.parts.filter(({ toBill }) => toBill !== undefined)).toHaveLength(1);
    expect([trueUp.toBill, trueUp.billed, trueUp.amount]).toEqual([1860, 10_140, 9996 - 12_000]);
    const part = trueUp.parts.find(({ memberId }) => memberId === 'law');
    expect(part && trueUpLine(trueUp, part).evidence).toMatchObject({ billed: 1860, toBill: 1860 });
  });

  it('gives the same amounts in every month from the end of the consortium’s year on', () => {
    fc.assert(
      fc.property(years, fc.nat({ max: 11 }), (some, further) => {
        const of = ofYear(some);
        const sealed = sealedOf(some, of);
        const last = shiftedMonth(`2026-${String(some.consortiumStartsIn).padStart(2, '0')}`, 11 + further);
        const amounts = ({ parts }: TrueUp) => parts.map(({ memberId, amount }) => [memberId, amount]);
        const early = found(
          reckonTrueUp(
            of,
            { costs: {} },
            sealed.filter(({ month }) => month <= last),
          ),
        );
        expect(amounts(early)).toEqual(amounts(found(reckonTrueUp(of, { costs: {} }, sealed))));
        expect(early.amount).toBe(early.parts.reduce((all, { amount }) => all + amount, 0));
      }),
      { numRuns: 100 },
    );
  });

  it('returns what a replaced scenario billed to members without a part in the new one', () => {
    const of = ofYear(year);
    const months = sealedOf(year, of).map((month, at) => ({
      ...month,
      statements: [...month.statements, { memberId: 'quay', currency: 'USD', platform: 0, billed: at === 0 ? 77 : 0 }],
    }));
    const { parts, amount, actual, billed } = found(reckonTrueUp(of, { costs: {} }, months));
    expect(parts.find(({ memberId }) => memberId === 'quay')).toMatchObject({ actual: 0, billed: 77, amount: -77 });
    expect([actual, billed, amount]).toEqual([9996, 12_077, 9996 - 12_077]);
  });

  it('is refused with a reason for a formula that shares no cost, several, another currency, or a missing cost', () => {
    const fixed = ofYear(year, [{ kind: 'fixed', title: 'Each', amount: 100 }]);
    const two = ofYear(year, [share, { ...share, cost: 'courier' }], { courier: 900 });
    const of = ofYear(year);
    const months = sealedOf(year, of);
    const code = (...asked: Parameters<typeof reckonTrueUp>) => {
      const trueUp = reckonTrueUp(...asked);
      return 'refused' in trueUp ? trueUp.refused[0]?.code : trueUp.costs;
    };
    expect(code(fixed, { costs: {} }, months)).toBe('shares-no-cost');
    expect(code(two, { costs: {} }, months)).toBe('which-cost');
    expect(code(two, { cost: 'ils', costs: { ils: 3 } }, months)).toBe('which-cost');
    expect(code(two, { cost: 'ils', costs: {} }, months)).toEqual({ ils: 9996, courier: 900 });
    expect(code(two, { cost: 'ils', costs: { courier: 1000 } }, months)).toEqual({ ils: 9996, courier: 1000 });
    const yen = months.map((one) => ({ ...one, statements: one.statements.map((of) => ({ ...of, currency: 'JPY' })) }));
    expect(code(of, { costs: {} }, yen)).toBe('formula-currency');
    const { ils: _, ...none } = two.scenario.costs;
    const without = { ...two, scenario: { ...two.scenario, costs: { ...none, courier: 0 } } };
    expect(code(without, { cost: 'courier', costs: {} }, months)).toBe('not-reckonable');
  });
});

describe('The line of a true-up', () => {
  const modes = { dues: 'charge', correction: 'charge' };
  const body = billingSchema.parse({ modes, tax: { dues: { category: 'S', rate: 1900 } } });
  const all = members.map((memberId, at) => ({ memberId, size: at + 1, startsIn: 1 }));
  const year: Year = { members: all, adopted: 500_000, platform: Array(12).fill(30_000), consortiumStartsIn: 1 };
  const of = ofYear(year);
  const months = sealedOf(year, of).map((month, at) => ({
    ...month,
    statements: month.statements.map((one) => ({ ...one, invoice: `2026-00000${at % 10}` })),
  }));
  const trueUp = found(reckonTrueUp(of, { costs: {} }, months));
  const statements = built({ billing: { name: 'billing/1', body }, trueUps: [trueUp], dues: [] });
  const lineOf = (lines: readonly StatementLine[]) => lines.find(({ title }) => title === 'dues-true-up');

  it('is a correction of dues in the statement, charged, taxed and booked like them; all of them sum to the difference', () => {
    const lines = statements.flatMap((one) => lineOf(one.lines) ?? []);
    expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(360_000 - 500_000);
    for (const statement of statements) {
      const line = lineOf(statement.lines);
      const { amount = 0 } = line ?? {};
      expect(line).toMatchObject({
        ...{ lineId: 'true-up-2026-membership', block: 'dues', mode: 'charge', chargeClass: 'Correction' },
        ...{ from: '2026-01-01', to: '2026-12-31' },
        evidence: { kind: 'true-up', year: 2026, reference: 'scn_1', scenario: 'a'.repeat(64), packs: trueUp.packs },
      });
      expect(statement.lines.find(({ block }) => block === 'tax')?.tax?.base).toBe(amount);
      const [posting] = statementPostings(statement, '2027-02-03T00:00:00.000Z');
      expect([posting?.kind, posting?.amount]).toEqual([
        amount > 0 ? 'dues-billed' : 'dues-credited',
        Math.abs(amount),
      ]);
      expect(referencesOf(statement.lines).corrects).toEqual(Array.from({ length: 10 }, (_, at) => `2026-00000${at}`));
    }
  });

  it('takes from a closed statement its platform lines and the fee’s own lines, with later corrections', () => {
    const [statement] = built({ billing: { name: 'billing/1', body } });
    if (!statement) throw new Error('none');
    const platform = ['direct', 'shared', 'idle', 'unattributed', 'unmetered'];
    const sum = (some: readonly StatementLine[]) => some.reduce((one, { amount }) => one + amount, 0);
    const dues = statement.lines.filter(({ block }) => block === 'dues');
    const starts = new Map([[statement.memberId, 7]]);
    const seen = figuresOf(statement, { ...of, starts }, '2026-000009');
    expect(seen).toEqual({
      ...{ memberId: statement.memberId, currency: 'USD', billed: sum(dues), invoice: '2026-000009' },
      platform: sum(statement.lines.filter(({ block }) => platform.includes(block))),
    });
    const [line] = dues;
    if (!line) throw new Error('no dues');
    const correction: StatementLine = {
      ...{ ...line, lineId: 'correction-2026-08-dues-membership', block: 'correction', amount: -50 },
      corrects: { block: 'dues', month: '2026-08', lineId: 'dues-membership' },
    };
    const other: StatementLine = {
      ...correction,
      corrects: { block: 'dues', month: '2026-03', lineId: 'dues-membership' },
    };
    const lines = [...statement.lines, correction, other];
    expect(figuresOf({ ...statement, lines }, { ...of, starts }).billed).toBe(sum(dues) - 50);
  });
});
