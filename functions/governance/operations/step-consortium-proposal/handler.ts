import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { votingDeps } from '../../deps.ts';
import { stepProposal } from '../../use-cases/voting/step-proposal.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, votingDeps, ({ actor, path, body: wanted, now }, deps) =>
  stepProposal(deps, { ...path, wanted, actor: staffOf(actor), now }),
);
