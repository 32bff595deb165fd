import { weightsOf } from './count-votes.ts';
import { votingPower } from './power.ts';
import type { Voter, VotingRule } from './voting-rule.ts';

/** What a rule permits that its authors may not have meant. They confirm it, or change the rule. */
export type RuleWarning =
  /** Few votes can decide for all, where most abstain. */
  | { code: 'few-can-decide' }
  /** One member's vote decides every ballot; the others' never do. */
  | { code: 'one-decides'; memberId: string }
  /** A member's vote never decides anything. */
  | { code: 'never-decides'; memberId: string }
  /** A chamber of one member can stop everything alone. */
  | { code: 'veto-by-one'; chamber: string; memberId: string };

/** Returns what is to be confirmed before a rule is adopted, judged on the list of voters of today. */
export const ruleWarnings = (rule: VotingRule, voters: readonly Voter[]): RuleWarning[] => {
  const { majority, floor, vetoes, refusedBy } = rule;
  const warnings: RuleWarning[] = [];
  if (majority.base === 'yes-and-no' && !floor && !refusedBy) warnings.push({ code: 'few-can-decide' });
  const power = majority.unit === 'heads' ? undefined : votingPower(weightsOf(rule, voters));
  const deciding = [...(power ?? [])].filter(([, swings]) => swings > 0n);
  const [only] = deciding;
  if (only && deciding.length === 1 && voters.length > 1) warnings.push({ code: 'one-decides', memberId: only[0] });
  else if (power) {
    for (const [memberId, swings] of power) if (swings === 0n) warnings.push({ code: 'never-decides', memberId });
  }
  for (const { chamber } of vetoes) {
    const [first, ...others] = voters.filter((voter) => voter.chamber === chamber);
    if (first && others.length === 0) warnings.push({ code: 'veto-by-one', chamber, memberId: first.memberId });
  }
  return warnings;
};
