import { weightsOf } from './count-votes.ts';
import { reaches } from './fraction.ts';
import type { Voter, VotingRule } from './voting-rule.ts';

/** When somebody of a member was in the meeting; without an end, still. Instants in ISO 8601. */
export type Attendance = { memberId: string; from: string; to?: string };

/** Returns the members present at an instant: from their arrival, and no longer at the instant at which they left. */
export const presentAt = (attendance: readonly Attendance[], at: string): Set<string> =>
  new Set(attendance.filter(({ from, to }) => from <= at && (to === undefined || at < to)).map((one) => one.memberId));

/** Returns whether those present make the quorum of a rule; without a rule, whether anybody is. */
export const isQuorate = (rule: VotingRule, voters: readonly Voter[], present: ReadonlySet<string>): boolean => {
  const here = voters.filter(({ memberId }) => present.has(memberId));
  if (!rule.quorum) return here.length > 0;
  if (rule.quorum.unit === 'heads') return reaches(BigInt(here.length), rule.quorum, BigInt(voters.length));
  const { weights, unit } = weightsOf(rule, voters);
  const weigh = (some: readonly Voter[]) => some.reduce((sum, { memberId }) => sum + (weights.get(memberId) ?? 0n), 0n);
  return reaches(weigh(here), rule.quorum, weigh(voters), unit);
};
