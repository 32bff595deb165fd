import { dayInZone, hourInZone } from '../../../../layers/kernel/calendar/time-zone.ts';
import { isPartner } from '../../../../layers/kernel/identity/party.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { shortDigest } from '../../../../layers/kernel/text/digest.ts';
import type { FactName } from '../../../items/public/facts.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { Loan } from '../../../items/public/loan.ts';
import { DECISION_SCHEMA } from './channel.ts';
import { contextIn, type DecisionContext } from './decision-context.ts';
import type { DecisionFact, DecisionMessage } from './decision-fact.ts';
import { factsOfHold, factsOfItem, type HoldChange, type ItemChange } from './relay.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

const timesOf = (zone: string, at: string) => {
  const localDay = dayInZone(zone, at);
  return {
    utcHour: at.slice(0, 13),
    localDay,
    localHour: hourInZone(zone, at),
    // Sunday is 0 in the runtime, and 7 here.
    weekday: new Date(localDay).getUTCDay() || 7,
    zone,
  };
};

const metOf = ({ channel, counters, since, equipment, residence }: DecisionContext) => ({
  channel,
  residence: residence ?? null,
  equipment: equipment === undefined ? null : Number(equipment),
  loansBefore: counters?.loans ?? null,
  holdsBefore: counters?.holds ?? null,
  owedBefore: counters?.owed ?? null,
  overdueBefore: counters?.overdue ?? null,
  accruedBefore: counters?.accrued ?? null,
  monthsSinceUse: since?.use ?? null,
  monthsSinceLoan: since?.loan ?? null,
  monthsSinceLoanHere: since?.loanHere ?? null,
});

const groupsOf = (names: readonly string[] = [], { groups = [] }: DecisionContext): { groupsBefore: string | null } => {
  const tested = names.flatMap((name, place) => {
    const loans = groups[place] ?? null;
    return loans === null ? [] : [[name, loans] as const];
  });
  return { groupsBefore: tested.length === 0 ? null : JSON.stringify(Object.fromEntries(tested)) };
};

const noItem = {
  ...{ owner: null, itemBranch: null, location: null, itemCategory: null, itemPrice: null, interlibrary: 0 },
} as const;

const itemOf = (item: ItemCirculation) => ({
  owner: item.memberId,
  itemBranch: item.branchId,
  location: item.location,
  itemCategory: item.category,
  itemPrice: item.price ?? null,
  interlibrary: item.request?.borrowed ? 1 : 0,
});

const noLoan = { ruleId: null, renewalsBefore: null, daysGranted: null, daysOnLoan: null, daysLate: null } as const;

const codesOf = (codes: readonly string[]): string => [...new Set(codes)].toSorted().join(' ');

/** The properties that differ between the kinds of decision about an item. */
type OfItem = { branch: string; loan: Loan; item: ItemCirculation } & Pick<
  DecisionFact,
  'decision' | 'renewalsBefore' | 'daysGranted' | 'daysOnLoan' | 'daysLate'
>;

const aboutReturn = (before: ItemCirculation, loan: Loan, at: string, day: (at: string) => string) => ({
  ...{ loan, item: before, decision: 'return' as const, renewalsBefore: loan.renewals, daysGranted: null },
  daysOnLoan: daysBetween(day(loan.checkedOutAt), day(at)),
  daysLate: Math.max(0, daysBetween(day(loan.due), day(at))),
});

const aboutLoan = (
  { before, after }: ItemChange,
  name: FactName,
  { at, branchId }: { at: string; branchId: string },
  zone: string,
): OfItem | undefined => {
  const day = (instant: string): string => dayInZone(zone, instant);
  const [was, loan] = [before?.loan, after.loan];
  if (name === 'loan-closed' && before && was) return { branch: branchId, ...aboutReturn(before, was, at, day) };
  if (!loan) return undefined;
  const granted = { loan, item: after, daysGranted: daysBetween(day(at), day(loan.due)) };
  if (name === 'item-checked-out') {
    return { branch: branchId, decision: 'checkout', ...granted, renewalsBefore: 0, daysOnLoan: null, daysLate: null };
  }
  if (name !== 'loan-renewed' || !was) return undefined;
  const earlier = aboutReturn(after, was, at, day);
  // A renewal anywhere belongs to the desk of its checkout.
  return { ...earlier, ...granted, decision: 'renewal', branch: loan.checkoutBranch };
};

/** Returns the checkout, renewal or return that a change of an item was, with what it met; none for any other change. */
export const decisionsOfItem = (change: ItemChange): DecisionFact[] => {
  const context = contextIn(change.encodedFacts);
  if (context === undefined) return [];
  const facts = factsOfItem(change).map(({ fact }) => fact);
  const waived = facts.find(({ name }) => name === 'refusals-overridden')?.detail?.codes;
  return facts.flatMap(({ name, at: entered, branchId = change.after.currentBranch }): DecisionFact[] => {
    // What a desk did without a network belongs to the time at which it did it.
    const at = context.madeAt ?? entered;
    const about = aboutLoan(change, name, { at, branchId }, context.zone);
    // What goes to a library outside is counted with its request.
    if (about === undefined || isPartner(about.loan.patronId)) return [];
    const { branch, loan, item, decision, ...figures } = about;
    return [
      {
        eventId: shortDigest(`${decision} ${loan.loanId} ${loan.renewals}`),
        schemaVersion: DECISION_SCHEMA,
        decision,
        outcome: waived === undefined ? 'allowed' : 'overridden',
        codes: codesOf(waived === undefined ? [] : String(waived).split(' ')),
        ...timesOf(context.zone, at),
        ...itemOf(item),
        ...{ branch, member: memberOfBranch(branch) },
        ...{ patronMember: loan.patronMember, patronCategory: loan.patronCategory ?? null },
        ...{ ruleId: loan.ruleId, policyVersion: loan.policyVersion },
        ...figures,
        ...metOf(context),
        ...groupsOf(loan.groups, context),
      },
    ];
  });
};

/** Returns the placing of a hold with what it met; none for any other change of a hold. */
export const decisionsOfHold = (change: HoldChange): DecisionFact[] => {
  const context = contextIn(change.encodedFacts);
  const { holdId, pickupBranch: branch, patronMember, patronCategory } = change.after;
  if (context === undefined) return [];
  return factsOfHold(change)
    .filter(({ fact }) => fact.name === 'hold-placed')
    .map(({ fact: { at } }) => ({
      eventId: shortDigest(`hold ${holdId}`),
      ...{ schemaVersion: DECISION_SCHEMA, decision: 'hold', outcome: 'allowed', codes: '' },
      ...timesOf(context.zone, at),
      ...noItem,
      ...{ branch, member: memberOfBranch(branch), patronMember, patronCategory },
      ...{ ...noLoan, ruleId: context.rule?.id ?? null, policyVersion: context.rule?.version ?? null },
      ...{ ...metOf(context), groupsBefore: null },
    }));
};

/** A decision that was refused: for whom, of what, where, and by which codes. */
export type RefusedDecision = {
  decision: Exclude<DecisionFact['decision'], 'return'>;
  at: string;
  branch: string;
  patron: { homeMember: string; category: string };
  item?: ItemCirculation;
  ruleId?: string;
  policyVersion?: number;
  /** The limit groups of the loan, as `context.groups` counts them. */
  groups?: readonly string[] | undefined;
  context: DecisionContext;
};

/** Returns the fact of a refusal. Takes an id that names nothing else. */
export const refusalFact = (
  { decision, at, branch, patron, item, ruleId, policyVersion, groups, context }: RefusedDecision,
  codes: readonly string[],
  refusalId: string,
): DecisionFact => ({
  ...{ eventId: shortDigest(refusalId), schemaVersion: DECISION_SCHEMA, decision },
  ...{ outcome: 'refused', codes: codesOf(codes) },
  ...timesOf(context.zone, at),
  ...(item ? itemOf(item) : noItem),
  ...{ branch, member: memberOfBranch(branch) },
  ...{ patronMember: patron.homeMember, patronCategory: patron.category },
  ...{ ...noLoan, ruleId: ruleId ?? null, policyVersion: policyVersion ?? null },
  renewalsBefore: item?.loan?.renewals ?? null,
  ...metOf(context),
  ...groupsOf(groups, context),
});

/** Returns the messages to the archive about decisions; the member of the desk pays for them. */
export const messagesOf = (facts: readonly DecisionFact[]): DecisionMessage[] =>
  facts.map((fact) => ({ fact, cause: fact.member }));
