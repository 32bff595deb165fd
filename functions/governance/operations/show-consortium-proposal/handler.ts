import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { votingDeps } from '../../deps.ts';
import { showProposal } from '../../use-cases/voting/show-proposal.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, votingDeps, ({ actor, path: { proposalId }, now }, deps) =>
  showProposal(deps, proposalId, staffOf(actor), now),
);
