import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { votingDeps } from '../../deps.ts';
import { listVotingProposals } from '../../use-cases/voting/show-proposal.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, votingDeps, ({ actor, query }, deps) =>
  listVotingProposals(deps, staffOf(actor), query),
);
