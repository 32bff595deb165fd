import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import type { DecisionFact } from '../decisions/decision-fact.ts';
import { type JudgedCode, type Judgement, judgeDecision, judgedCodes, unknownReasons } from './judge-decision.ts';
import { daysLate, fineOf, periodDays, renewalsNeeded } from './loan-outcome.ts';
import { type SimulatedPolicies, simulated } from './simulated-policies.ts';

const count = z.int().min(0);
/** A number by the rules as they are, and by the proposed ones. */
const compared = z.strictObject({ before: count, after: count });

const changes = {
  decisions: count.describe('Checkouts, renewals and holds, allowed or refused'),
  newlyRefused: count.describe('Allowed by the rules as they are, refused by the proposed ones'),
  newlyAllowed: count.describe('Refused by the rules as they are, allowed by the proposed ones'),
  longer: count.describe('Checkouts and renewals with a longer loan period'),
  shorter: count.describe('Checkouts and renewals with a shorter loan period'),
  fines: compared.describe('Overdue fines in minor units'),
};

/** What other rules would have made of logged decisions. Members are those of the desks; amounts in minor units of `currency`. */
export const ruleEffectSchema = z.strictObject({
  ...changes,
  currency: z.string(),
  /** Refused by a reason that the proposal changes, and by another one that stays: counted apart, because they stay refused. */
  otherwiseRefused: count,
  /** How many were really refused, by whatever rules were in force. */
  refused: count,
  unknown: z.array(z.strictObject({ reason: z.enum(unknownReasons), decisions: count })),
  codes: z.array(z.strictObject({ code: z.enum(judgedCodes), ...compared.shape })),
  returns: z.strictObject({
    /** Returned loans by the day. A loan by the hour is not judged, because the log has days. */
    judged: count,
    renewals: compared.describe('Renewals needed for the days that the items were with readers'),
    late: compared.describe('Loans that all renewals do not cover'),
  }),
  members: z.array(z.strictObject({ memberId: memberIdSchema, ...changes })),
});
export type RuleEffect = z.infer<typeof ruleEffectSchema>;

type Changes = Pick<RuleEffect, keyof typeof changes>;
const none = (): Changes => ({
  ...{ decisions: 0, newlyRefused: 0, newlyAllowed: 0, longer: 0, shorter: 0, fines: { before: 0, after: 0 } },
});

const hoursOf = ({ rule }: Judgement): number | undefined => {
  const period = rule?.values.loanPeriod;
  return period && ('days' in period ? period.days * 24 : period.hours);
};

const termsOf = ({ rule }: Judgement) => {
  const period = rule && periodDays(rule.values);
  return rule && period !== undefined ? { ...rule.values, period } : undefined;
};

const finesOf = (fact: DecisionFact, [before, after]: readonly [Judgement, Judgement]) => {
  const [was, is] = [termsOf(before), termsOf(after)];
  const { daysOnLoan: days, daysLate: late, renewalsBefore: renewed } = fact;
  if (!(was && is) || days === null || late === null || renewed === null) return undefined;
  const isSame = was.period === is.period && was.renewals === is.renewals;
  // A renewal moves the due date from its day on, so that only its own lateness is known.
  if (!isSame && fact.decision === 'renewal') return undefined;
  const lateBy = (terms: typeof was): number => (isSame ? late : daysLate({ days, renewed }, terms));
  return { days, was, is, before: fineOf(lateBy(was), was), after: fineOf(lateBy(is), is) };
};

/** Counts what other policies would have made of logged decisions, one after the other. */
export const ruleEffect = (before: SimulatedPolicies, after: SimulatedPolicies) => {
  const versions = [simulated(before), simulated(after)];
  const total = none();
  const byMember = new Map<string, Changes>();
  const codes = new Map<JudgedCode, { before: number; after: number }>();
  const unknown = new Map<string, number>();
  const returns = { judged: 0, renewals: { before: 0, after: 0 }, late: { before: 0, after: 0 } };
  let [otherwiseRefused, refused] = [0, 0];

  const countsOf = ({ member }: DecisionFact): readonly Changes[] => {
    const own = byMember.get(member) ?? none();
    byMember.set(member, own);
    return [total, own];
  };

  const takeReturn = (fact: DecisionFact, judgements: readonly [Judgement, Judgement], counts: readonly Changes[]) => {
    const fines = finesOf(fact, judgements);
    if (!fines) return;
    for (const { fines: sum } of counts) {
      sum.before += fines.before;
      sum.after += fines.after;
    }
    if (fact.decision !== 'return') return;
    returns.judged += 1;
    for (const [version, terms] of [['before', fines.was] as const, ['after', fines.is] as const]) {
      const { needed, isLate } = renewalsNeeded(fines.days, terms);
      returns.renewals[version] += needed;
      returns.late[version] += Number(isLate);
    }
  };

  const takePeriod = ([was, is]: readonly [Judgement, Judgement], counts: readonly Changes[]) => {
    const [old, next] = [hoursOf(was), hoursOf(is)];
    if (old === undefined || next === undefined || old === next) return;
    for (const one of counts) one[next > old ? 'longer' : 'shorter'] += 1;
  };

  const takeAttempt = (fact: DecisionFact, [was, is]: readonly [Judgement, Judgement], counts: readonly Changes[]) => {
    for (const one of counts) one.decisions += 1;
    refused += Number(fact.outcome === 'refused');
    for (const [version, judgement] of [['before', was] as const, ['after', is] as const])
      for (const code of judgement.codes) {
        const sums = codes.get(code) ?? { before: 0, after: 0 };
        sums[version] += 1;
        codes.set(code, sums);
      }
    const [wasRefused, isRefused] = [was.codes.length > 0, is.codes.length > 0];
    const reason = (wasRefused ? undefined : was.unknown) ?? (isRefused ? undefined : is.unknown);
    if (reason !== undefined) {
      unknown.set(reason, (unknown.get(reason) ?? 0) + 1);
      return;
    }
    if (wasRefused === isRefused) return;
    const others = fact.codes.split(' ').filter((code) => code !== '' && !judgedCodes.some((one) => one === code));
    if (fact.outcome === 'refused' && others.length > 0) otherwiseRefused += 1;
    else for (const one of counts) one[isRefused ? 'newlyRefused' : 'newlyAllowed'] += 1;
  };

  return {
    /** Adds one logged decision. */
    take: (fact: DecisionFact): void => {
      const [was = { codes: [] }, is = { codes: [] }] = judgeDecision(fact, versions);
      const counts = countsOf(fact);
      takeReturn(fact, [was, is], counts);
      if (fact.decision === 'return') return;
      takeAttempt(fact, [was, is], counts);
      if (fact.outcome !== 'refused' && is.codes.length === 0) takePeriod([was, is], counts);
    },
    /** Returns the counts so far; members by their ids. */
    report: (): RuleEffect => ({
      ...total,
      ...{ currency: after.loanRules.currency, otherwiseRefused, refused, returns },
      unknown: unknownReasons.flatMap((reason) => {
        const decisions = unknown.get(reason);
        return decisions === undefined ? [] : [{ reason, decisions }];
      }),
      codes: judgedCodes.flatMap((code) => {
        const sums = codes.get(code);
        return sums ? [{ code, ...sums }] : [];
      }),
      members: [...byMember]
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([memberId, own]) => ({ memberId, ...own })),
    }),
  };
};
