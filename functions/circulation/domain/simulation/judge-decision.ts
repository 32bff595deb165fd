import type { BlockThresholds } from '../../../../layers/records/policies/domain/blocks.ts';
import type { ResolvedRule } from '../../../../layers/records/policies/domain/resolve.ts';
import type { LendingCase } from '../../../../layers/records/policies/domain/specificity.ts';
import type { DecisionFact } from '../decisions/decision-fact.ts';
import type { RefusalCode } from '../decisions/refusals.ts';
import { countersOf, loanLimits } from '../loans/limit-groups.ts';
import { caseOf, type Simulated } from './simulated-policies.ts';

/** The refusals that the log suffices to judge again. All others stay as they were. */
export const judgedCodes = [
  'not-lendable',
  'request-only',
  'too-many-loans',
  'too-many-in-group',
  'too-many-overdue',
  'too-many-holds',
  'owed-over-limit',
  'renewals-used-up',
] as const satisfies RefusalCode[];
export type JudgedCode = (typeof judgedCodes)[number];

/** Why the log does not suffice to judge a decision again. */
export const unknownReasons = ['patron', 'item', 'residence', 'counters', 'group', 'overdue', 'accrued'] as const;
export type UnknownReason = (typeof unknownReasons)[number];

/** What policies say of a logged decision: its refusals, or why the log does not suffice; and the rule of its case, where there is one. */
export type Judgement = { codes: JudgedCode[]; unknown?: UnknownReason; rule?: ResolvedRule };

type Check = { code: JudgedCode; fails: boolean | UnknownReason };

/** Compares a number that the log may lack: `most` is the most that it can be, so that a low one suffices. */
const atLeast = (has: number | null, limit: number, most: number | null, reason: UnknownReason): Check['fails'] => {
  if (has !== null) return has >= limit;
  return most !== null && most < limit ? false : reason;
};

const groupsIn = ({ groupsBefore }: DecisionFact): Readonly<Record<string, number>> =>
  groupsBefore === null ? {} : (JSON.parse(groupsBefore) as Record<string, number>);

const owedCheck = (fact: DecisionFact, { owedLimit, accruedFines }: BlockThresholds): Check => {
  const code = 'owed-over-limit';
  const { owedBefore: owed, accruedBefore: accrued, overdueBefore: overdue, loansBefore: loans } = fact;
  if (owed === null) return { code, fails: 'counters' };
  if (owed > owedLimit || accruedFines === 'ignore') return { code, fails: owed > owedLimit };
  if (accrued !== null) return { code, fails: owed + accrued > owedLimit };
  return { code, fails: overdue === 0 || loans === 0 ? false : 'accrued' };
};

const limitChecks = (fact: DecisionFact, of: LendingCase, rule: ResolvedRule, by: Simulated, more: 0 | 1): Check[] => {
  const blocks = by.blocksFor(of.patronHome);
  const ruled = { loanRules: { body: by.policies.loanRules } } as Parameters<typeof countersOf>[0];
  const counters = countersOf(ruled, { category: of.itemCategory, location: of.location }, of.checkoutBranch);
  const groups = groupsIn(fact);
  const thresholds = { blocks: { body: blocks } } as Parameters<typeof loanLimits>[0];
  return loanLimits(thresholds, rule, counters).map(({ counter, below }): Check => {
    const limit = below + more;
    if (counter === 'loans')
      return { code: 'too-many-loans', fails: atLeast(fact.loansBefore, limit, null, 'counters') };
    const inGroup = groups[counter.slice('group:'.length)] ?? null;
    return { code: 'too-many-in-group', fails: atLeast(inGroup, limit, fact.loansBefore, 'group') };
  });
};

const overdueCheck = (fact: DecisionFact, most: number | undefined): Check[] =>
  most === undefined
    ? []
    : [{ code: 'too-many-overdue', fails: atLeast(fact.overdueBefore, most, fact.loansBefore, 'overdue') }];

const judged = (checks: readonly Check[], rule?: ResolvedRule): Judgement => {
  const codes = [...new Set(checks.flatMap(({ code, fails }) => (fails === true ? [code] : [])))];
  const unknown = checks.find(({ fails }) => typeof fails === 'string')?.fails as UnknownReason | undefined;
  return { codes, ...(unknown !== undefined && { unknown }), ...(rule && { rule }) };
};

const residentCase = (of: LendingCase, { residence }: DecisionFact, versions: readonly Simulated[]) => {
  const lists = versions
    .flatMap((one) => one.residencesFor(of))
    .map((condition) => ('in' in condition ? condition.in : condition.notIn));
  const [first] = lists;
  if (!first) return of;
  // The log has the side on which the patron was, not the place: it suffices for one list of places.
  if (residence === null || lists.some((list) => list.join() !== first.join())) return undefined;
  return residence === 'in' ? { ...of, patronResidence: first[0] } : of;
};

/** Returns the judgements of a logged hold: by the limits of the patron, because the log has no copy of it. */
const holdBy = (fact: DecisionFact, { blocksFor }: Simulated): Judgement => {
  if (fact.patronMember === null) return { codes: [], unknown: 'patron' };
  const blocks = blocksFor(fact.patronMember);
  const holds = {
    code: 'too-many-holds' as const,
    fails: atLeast(fact.holdsBefore, blocks.maxHolds, null, 'counters'),
  };
  return judged([holds, owedCheck(fact, blocks)]);
};

const loanBy = (fact: DecisionFact, of: LendingCase, by: Simulated): Judgement => {
  const rule = by.ruleFor(of);
  if (fact.decision === 'return') return { codes: [], rule };
  const blocks = by.blocksFor(of.patronHome);
  const owed = owedCheck(fact, blocks);
  if (fact.decision === 'renewal') {
    const { renewals } = rule.values;
    const usedUp = {
      code: 'renewals-used-up' as const,
      fails: atLeast(fact.renewalsBefore, renewals, null, 'counters'),
    };
    // The loan is among those counted.
    return judged([usedUp, ...limitChecks(fact, of, rule, by, 1), owed], rule);
  }
  const { lendable, requestOnly } = rule.values;
  // The terms of an item from outside the consortium are those of its lender.
  const terms: Check[] = fact.interlibrary
    ? []
    : [
        { code: 'not-lendable', fails: !lendable },
        { code: 'request-only', fails: requestOnly },
      ];
  const limits = limitChecks(fact, of, rule, by, 0);
  return judged([...terms, ...limits, owed, ...overdueCheck(fact, blocks.maxOverdue)], rule);
};

/**
 * Judges a logged decision by several versions of the policies, each alone: as if all decisions before it had been as they were. A part that the
 * log lacks makes it unknown, and never allowed or refused by a guess.
 */
export const judgeDecision = (fact: DecisionFact, versions: readonly Simulated[]): Judgement[] => {
  if (fact.decision === 'hold') return versions.map((by) => holdBy(fact, by));
  const known = caseOf(fact);
  const missing = fact.patronMember === null || fact.patronCategory === null ? 'patron' : 'item';
  if (!known) return versions.map(() => ({ codes: [], unknown: missing }));
  const of = residentCase(known, fact, versions);
  if (!of) return versions.map(() => ({ codes: [], unknown: 'residence' }));
  return versions.map((by) => loanBy(fact, of, by));
};
