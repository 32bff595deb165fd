import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { votingDeps } from '../../deps.ts';
import { writeProposal } from '../../use-cases/voting/write-proposal.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, votingDeps, ({ actor, body: written, now, keep }, deps) =>
  writeProposal(deps, { written, actor: staffOf(actor), now, keep }),
);
