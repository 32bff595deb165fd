import { answer } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { VotingDeps } from '../../deps.ts';
import { needsOf, weightsOf } from '../../domain/ballots/count-votes.ts';
import { votingPower } from '../../domain/ballots/power.ts';
import { ruleWarnings } from '../../domain/ballots/rule-warnings.ts';
import type { VotingRule } from '../../domain/ballots/voting-rule.ts';
import { type Bylaws, votersOf } from '../../domain/bylaws/bylaws.ts';
import { membersOn } from './bylaws-in-force.ts';

/** Returns how many members may vote, must take part, and must be in favour where all vote. */
export const neededOf = (rule: VotingRule, entitled: number) => {
  const { quorum, yesIfAllVote } = needsOf(rule, entitled);
  return {
    ...{ entitled, yesIfAllVote: Number(yesIfAllVote) },
    ...(quorum !== undefined && { quorum: Number(quorum) }),
  };
};

/** Returns what bylaws mean for the members of today: who votes, how many votes each rule needs, and what its authors may not have meant. */
export const previewBylaws = async (deps: Pick<VotingDeps, 'directory'>, bylaws: Bylaws, now: number) => {
  const voters = votersOf(bylaws, await membersOn(deps, iso(now).slice(0, 10)), new Set());
  return answer({
    voters,
    rules: bylaws.rules.map(({ code, name, rule }) => {
      const power = rule.majority.unit === 'heads' ? undefined : votingPower(weightsOf(rule, voters));
      return {
        ...{ code, name, needs: neededOf(rule, voters.length), warnings: ruleWarnings(rule, voters) },
        ...(power && {
          power: [...power].map(([memberId, swings]) => ({ memberId, swings: String(swings) })),
        }),
      };
    }),
  });
};
