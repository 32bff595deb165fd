import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { votingDeps } from '../../deps.ts';
import { amendProposal } from '../../use-cases/voting/amend-proposal.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, votingDeps, ({ actor, path, body: wanted, now, keep }, deps) =>
  amendProposal(deps, { ...path, wanted, actor: staffOf(actor), now, keep }),
);
