import fc from 'fast-check';
import { blocksSchema } from '../../../../layers/records/policies/domain/blocks.ts';
import { aCheckout, aPatron, monday, policies as somePolicies } from '../../../../test/builders/circulation.ts';
import { aDecision } from '../../../../test/builders/decision-facts.ts';
import { aRule, loanRules } from '../../../../test/builders/policies.ts';
import type { DecisionFact } from '../decisions/decision-fact.ts';
import { decideCheckout } from '../loans/checkout.ts';
import { judgeDecision, judgedCodes } from './judge-decision.ts';
import { daysLate, fineOf, renewalsNeeded } from './loan-outcome.ts';
import { ruleEffect } from './rule-effect.ts';
import { type SimulatedPolicies, simulated } from './simulated-policies.ts';

const blocks = blocksSchema.parse({ maxLoans: 50, maxHolds: 20, owedLimit: 1000 });
const inForce: SimulatedPolicies = { loanRules: loanRules(), blocks };

const aFact = (over: Partial<DecisionFact> = {}): DecisionFact => aDecision('e1', { itemPrice: null, ...over });
const aReturn = (over: Partial<DecisionFact>): DecisionFact =>
  aFact({ decision: 'return', daysGranted: null, daysLate: 0, ...over });

const effect = (after: Partial<SimulatedPolicies>, facts: readonly DecisionFact[], before = inForce) => {
  const counted = ruleEffect(before, { ...before, ...after });
  for (const fact of facts) counted.take(fact);
  return counted.report();
};
const period = (days: number, renewals: number): SimulatedPolicies => ({
  ...inForce,
  loanRules: loanRules([aRule({ values: { loanPeriod: { days }, renewals } })]),
});
const refusedFor = (codes: string, over: Partial<DecisionFact>): DecisionFact =>
  aFact({ outcome: 'refused', codes, ...over });

test('G66 fines of loans 3, 12, 40 and 60 days late are counted under each version of the rules', () => {
  const returns = [3, 12, 40, 60].map((late) => aReturn({ daysOnLoan: 28 + late, daysLate: late }));
  const fined = (values: object) => effect({ loanRules: loanRules([aRule({ values })]) }, returns).fines;
  expect(fined({ finePerDay: 20, fineCap: 800 })).toEqual({ before: 2375, after: 1900 });
  expect(fined({ finePerDay: 20, fineCap: 800, graceDays: 3 })).toEqual({ before: 2375, after: 1840 });
});

test('an exception is simulated for the patrons of its library only', () => {
  const loans = ['ash', 'cedar'].map((patronMember) => aFact({ eventId: patronMember, patronMember, loansBefore: 60 }));
  const exception = { id: 'exception-1', untilDay: '2026-12-31', reason: 'Works', memberId: 'cedar' };
  const limit = { ...exception, kind: 'blocks' as const, value: 'maxLoans', amount: 70 };
  const before = { ...inForce, blocks: { ...blocks, maxLoans: 100 } };
  const { newlyRefused } = effect({ blocks, exceptions: [limit] }, loans, before);
  expect([newlyRefused, effect({ blocks }, loans, before).newlyRefused]).toEqual([1, 2]);
});

test('G67 a lower limit of loans refuses each loan above it, judged alone', () => {
  const loans = [0, 1, 2, 2].map((loansBefore, place) => aFact({ eventId: String(place), loansBefore }));
  const { newlyRefused, codes } = effect({ blocks: { ...blocks, maxLoans: 2 } }, loans, {
    ...inForce,
    blocks: { ...blocks, maxLoans: 3 },
  });
  expect([newlyRefused, codes]).toEqual([2, [{ code: 'too-many-loans', before: 0, after: 2 }]]);
});

test('G68 renewals needed and loans late at their end follow from the days that items were with readers', () => {
  const returns = [5, 13, 15, 20, 22, 30, 44].map((daysOnLoan) => aReturn({ daysOnLoan }));
  const of = (days: number, renewals: number) => {
    const { judged, renewals: needed, late } = effect(period(days, renewals), returns).returns;
    return [judged, needed.after, late.after];
  };
  expect([of(21, 1), of(14, 1), of(14, 2)]).toEqual([
    [7, 3, 1],
    [7, 5, 2],
    [7, 7, 1],
  ]);
});

test('G69 refusals are counted by library, and a decision without the category of the patron is unknown and not dropped', () => {
  const blocked = { blocks: { ...blocks, maxLoans: 10 } };
  const at = (member: string, many: number, over: Partial<DecisionFact> = {}) =>
    Array.from({ length: many }, () => aFact({ member, branch: `${member}.main`, loansBefore: 10, ...over }));
  const shown = effect(blocked, [
    ...at('ash', 151),
    ...at('birch', 100),
    ...at('cedar', 161),
    ...at('cedar', 8, { patronCategory: null }),
  ]);
  expect(shown).toMatchObject({ decisions: 420, newlyRefused: 412, unknown: [{ reason: 'patron', decisions: 8 }] });
  expect(shown.members.map(({ memberId, newlyRefused }) => [memberId, newlyRefused])).toEqual([
    ['ash', 151],
    ['birch', 100],
    ['cedar', 161],
  ]);
});

test('G71 a higher limit of debts would have lent 31 of 40; who met another block stays refused and is counted apart', () => {
  const owed = 'owed-over-limit';
  const within = Array.from({ length: 31 }, (_, n) => refusedFor(owed, { owedBefore: n === 0 ? 2500 : 1001 + n * 40 }));
  const above = Array.from({ length: 9 }, () => refusedFor(owed, { owedBefore: 2501 }));
  const blockedToo = refusedFor(`${owed} patron-blocked`, { owedBefore: 2000 });
  const shown = effect({ blocks: { ...blocks, owedLimit: 2500 } }, [...within, ...above, blockedToo]);
  expect(shown).toMatchObject({
    ...{ decisions: 41, refused: 41, newlyAllowed: 31, newlyRefused: 0, otherwiseRefused: 1 },
    codes: [{ code: owed, before: 41, after: 9 }],
  });
});

test('G72 a floor changes the loans of the library whose own rule is below it, and leaves the text of that rule as it is', () => {
  const own = aRule({ id: 'ash-short', setBy: 'ash', values: { loanPeriod: { days: 14 } } });
  const rules = loanRules([own, aRule({ id: 'birch-long', setBy: 'birch', values: { loanPeriod: { days: 28 } } })]);
  const floored = { loanRules: rules, floors: { bounds: [{ value: 'loanDays' as const, min: 21 }] } };
  const at = (member: string) =>
    aFact({ eventId: member, member, owner: member, itemBranch: `${member}.main`, branch: `${member}.main` });
  const before = { ...inForce, loanRules: rules };
  const shown = effect(floored, ['ash', 'birch', 'cedar'].map(at), before);
  expect(shown.members.map(({ memberId, longer, shorter }) => [memberId, longer, shorter])).toEqual([
    ['ash', 1, 0],
    ['birch', 0, 0],
    ['cedar', 0, 0],
  ]);
  const [was, is] = judgeDecision(at('ash'), [simulated(before), simulated({ ...before, ...floored })]);
  expect([was?.rule?.values.loanPeriod, is?.rule?.values.loanPeriod]).toEqual([{ days: 14 }, { days: 21 }]);
  expect(own.values).toEqual({ loanPeriod: { days: 14 } });
});

test('G73 the counts by library and by reason are those of a program of a few lines that reads the same log', () => {
  const members = ['ash', 'birch', 'cedar'];
  const facts = fc.array(
    fc.record({
      member: fc.constantFrom(...members),
      decision: fc.constantFrom('checkout' as const, 'hold' as const, 'renewal' as const),
      patronCategory: fc.constantFrom('adult', null),
      ...{ loansBefore: fc.integer({ min: 0, max: 8 }), holdsBefore: fc.integer({ min: 0, max: 8 }) },
      ...{ owedBefore: fc.integer({ min: 0, max: 3000 }), renewalsBefore: fc.integer({ min: 0, max: 4 }) },
    }),
    { maxLength: 60 },
  );
  const limits = fc.record({
    ...{ maxLoans: fc.integer({ min: 1, max: 8 }), maxHolds: fc.integer({ min: 1, max: 8 }) },
    owedLimit: fc.integer({ min: 0, max: 3000 }),
  });
  type Limits = typeof limits extends fc.Arbitrary<infer T> ? T : never;
  const { renewals } = inForce.loanRules.base;
  /** The limits as the bylaws print them, without any code of the simulation. */
  const plainly = (fact: DecisionFact, by: Limits): string[] => [
    ...(fact.decision === 'checkout' && (fact.loansBefore ?? 0) >= by.maxLoans ? ['too-many-loans'] : []),
    ...(fact.decision === 'renewal' && (fact.loansBefore ?? 0) >= by.maxLoans + 1 ? ['too-many-loans'] : []),
    ...(fact.decision === 'renewal' && (fact.renewalsBefore ?? 0) >= renewals ? ['renewals-used-up'] : []),
    ...(fact.decision === 'hold' && (fact.holdsBefore ?? 0) >= by.maxHolds ? ['too-many-holds'] : []),
    ...((fact.owedBefore ?? 0) > by.owedLimit ? ['owed-over-limit'] : []),
  ];
  fc.assert(
    fc.property(facts, limits, limits, (some, old, next) => {
      const log = some.map((one, place) => aFact({ ...one, eventId: String(place), branch: `${one.member}.main` }));
      const shown = effect({ blocks: { ...blocks, ...next } }, log, { ...inForce, blocks: { ...blocks, ...old } });
      const known = log.filter(({ decision, patronCategory }) => decision === 'hold' || patronCategory !== null);
      const count = (of: (fact: DecisionFact) => boolean) => known.filter(of).length;
      const isRefused = (fact: DecisionFact, by: Limits) => plainly(fact, by).length > 0;
      const perMember = members.flatMap((memberId) => {
        const own = (fact: DecisionFact) => fact.member === memberId;
        const [newlyRefused, newlyAllowed] = [
          count((fact) => own(fact) && !isRefused(fact, old) && isRefused(fact, next)),
          count((fact) => own(fact) && isRefused(fact, old) && !isRefused(fact, next)),
        ];
        return log.some(own) ? [{ memberId, newlyRefused, newlyAllowed }] : [];
      });
      expect(shown.members).toMatchObject(perMember);
      for (const { code, before, after } of shown.codes)
        expect([before, after]).toEqual(
          [old, next].map((by) => count((fact) => plainly(fact, by).some((one) => one === code))),
        );
      expect(shown.unknown.reduce((sum, { decisions }) => sum + decisions, 0)).toBe(log.length - known.length);
    }),
  );
});

test('a limit of a group that the log did not count is unknown, unless all loans together are fewer', () => {
  const dvds = { blocks: { ...blocks, perGroup: { dvds: 3 } } };
  const dvd = { itemCategory: 'dvd' } as const;
  const known = (loansBefore: number, groups?: object) =>
    aFact({ ...dvd, loansBefore, groupsBefore: groups ? JSON.stringify(groups) : null });
  const shown = effect(dvds, [known(2), known(9), known(9, { dvds: 3 }), known(9, { dvds: 2 })]);
  expect([shown.newlyRefused, shown.unknown]).toEqual([1, [{ reason: 'group', decisions: 1 }]]);
});

test('a rule for residents is judged by the side that the log has, and is unknown without one', () => {
  const rules = (days: number): SimulatedPolicies => ({
    ...inForce,
    loanRules: loanRules([aRule({ when: { patronResidence: { in: ['town'] } }, values: { loanPeriod: { days } } })]),
  });
  const shown = effect(rules(42), [aFact({ residence: 'in' }), aFact({ residence: 'not-in' }), aFact()], rules(21));
  expect([shown.longer, shown.unknown]).toEqual([1, [{ reason: 'residence', decisions: 1 }]]);
});

test('loans with a longer period are counted, and those that stay refused are not', () => {
  const shown = effect({ loanRules: period(42, 2).loanRules }, [
    aFact(),
    aFact({ decision: 'renewal', renewalsBefore: 1 }),
    refusedFor('owed-over-limit', { owedBefore: 5000 }),
  ]);
  expect([shown.longer, shown.shorter]).toEqual([2, 0]);
});

test('a loan that is renewed less often than its terms allow is late after the periods that it had', () => {
  expect(daysLate({ days: 30, renewed: 0 }, { period: 14, renewals: 2 })).toBe(16);
  expect(daysLate({ days: 30, renewed: 3 }, { period: 14, renewals: 1 })).toBe(2);
  expect(renewalsNeeded(3, { period: 0, renewals: 1 })).toEqual({ needed: 1, isLate: true });
  expect(fineOf(3, { ...inForce.loanRules.base, fineCap: null })).toBe(75);
});

test('the judgement of a logged attempt is that of the desk under the same rules, whatever rules were in force', () => {
  const limit = fc.integer({ min: 0, max: 6 });
  const some = fc.record({
    ...{ maxLoans: limit, owedLimit: fc.integer({ min: 0, max: 3000 }), dvds: limit, own: fc.option(limit) },
    ...{
      lendable: fc.boolean(),
      requestOnly: fc.boolean(),
      counts: fc.boolean(),
      maxOverdue: fc.integer({ min: 1, max: 4 }),
    },
  });
  const counters = fc.record({
    ...{ loans: limit, dvds: limit, owed: fc.integer({ min: 0, max: 3000 }), overdue: limit, accrued: limit },
    ...{ category: fc.constantFrom('book', 'dvd'), isBlocked: fc.boolean() },
  });
  const policiesOf = (one: typeof some extends fc.Arbitrary<infer T> ? T : never): SimulatedPolicies => ({
    loanRules: loanRules([
      aRule({
        values: {
          ...{ lendable: one.lendable, requestOnly: one.requestOnly },
          maxLoans: one.own === null ? null : { limit: one.own },
        },
      }),
    ]),
    blocks: blocksSchema.parse({
      ...{ maxLoans: one.maxLoans, maxHolds: 9, owedLimit: one.owedLimit, perGroup: { dvds: one.dvds } },
      ...{ accruedFines: one.counts ? 'count' : 'ignore', maxOverdue: one.maxOverdue },
    }),
  });
  fc.assert(
    fc.property(some, some, counters, (old, proposed, has) => {
      const patron = aPatron({
        counters: { loans: has.loans, holds: 0, owed: has.owed, perGroup: { dvds: has.dvds } },
        ...(has.isBlocked && {
          blocks: [{ code: 'manual', scope: 'consortium' as const, since: monday, by: 'staff:stf_1' }],
        }),
      });
      const decide = (by: SimulatedPolicies): string[] => {
        const base = aCheckout();
        const { loanRules: rules, blocks: thresholds } = somePolicies();
        const decided = decideCheckout({
          ...{ ...base, patron, overdue: has.overdue, item: { ...base.item, category: has.category } },
          ...(by.blocks.accruedFines === 'count' && { accrued: has.accrued }),
          policies: {
            ...base.policies,
            loanRules: { ...rules, body: by.loanRules },
            blocks: { ...thresholds, body: by.blocks },
          },
        });
        return 'refused' in decided ? decided.refused.map(({ code }) => code).sort() : [];
      };
      const [was, is] = [policiesOf(old), policiesOf(proposed)];
      const codes = decide(was);
      const fact = aFact({
        ...{ outcome: codes.length > 0 ? 'refused' : 'allowed', codes: codes.join(' '), itemCategory: has.category },
        ...{ loansBefore: has.loans, owedBefore: has.owed, overdueBefore: has.overdue, accruedBefore: has.accrued },
        groupsBefore: has.category === 'dvd' ? JSON.stringify({ dvds: has.dvds }) : null,
      });
      const [judgement] = judgeDecision(fact, [simulated(is)]);
      expect(judgement?.unknown).toBeUndefined();
      expect(judgement?.codes.toSorted()).toEqual(
        decide(is).filter((code) => judgedCodes.some((judged) => judged === code)),
      );
    }),
    { numRuns: 300 },
  );
});
