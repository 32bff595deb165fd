import { floorsKind } from '../domain/floors.ts';
import { type OwnValues, ownValuesIn } from '../domain/own-values.ts';
import { type AnonymiseRules, defaultPatrons, patronsKind } from '../domain/patrons.ts';
import type { PolicyStore } from './policy-store.ts';

/** The most days that a policy of patrons states. */
const MOST_DAYS = 36_500;

const after = (days: number | undefined) =>
  days === undefined ? undefined : { when: 'after-days' as const, days: Math.min(days, MOST_DAYS) };

/** Returns how long past loans are stored, with what a member set itself: days from the return, from the settlement, of a history. */
const retentionWith = (rules: AnonymiseRules, own: OwnValues): AnonymiseRules => ({
  anonymise: after(own.anonymiseDays) ?? rules.anonymise,
  anonymiseWithFees: after(own.anonymiseWithFeesDays) ?? rules.anonymiseWithFees,
  historyDays: Math.min(own.historyDays ?? rules.historyDays, MOST_DAYS),
});

/**
 * Returns how long the past loans of a member's patrons are stored by the policies in force at a time (epoch ms), with what the member set
 * itself inside the floors and ceilings.
 */
export const retentionAt = async (
  policies: Pick<PolicyStore, 'inForce'>,
  memberId: string,
  now: number,
): Promise<AnonymiseRules> => {
  const policy = (await policies.inForce(patronsKind, now))?.body ?? defaultPatrons;
  if (policy.members === undefined) return policy.loans;
  const floors = (await policies.inForce(floorsKind, now))?.body;
  return retentionWith(policy.loans, ownValuesIn(policy, { floors, kind: 'patrons', memberId }));
};
