import type { StaffActor } from '../../../layers/platform/http/actor.ts';
import { isWaiting, type RuleProposal } from '../domain/rule-proposal.ts';
import type { ProposalView } from '../schemas/policies.ts';

type Reader = {
  actor: StaffActor /** Whether the reader decides for its member. */;
  mayDecide: boolean /** The last version of the policy that it changes. */;
  last: number;
};

/** Returns a proposal as a person sees it. */
export const proposalView = (proposal: RuleProposal, { actor, mayDecide, last }: Reader): ProposalView => {
  const { authorId, ...shown } = proposal;
  const mine = authorId === actor.id;
  return {
    ...{ ...shown, mine, mayDecide: mayDecide && !mine && isWaiting(proposal) },
    outdated: proposal.state === 'waiting' && proposal.follows !== last,
  };
};
