import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { proposalDeps } from '../../deps.ts';
import { decideProposal } from '../../use-cases/decide-proposal.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, proposalDeps, ({ actor, path, body: decision, now, keep }, deps) =>
  decideProposal(deps, { ...path, decision, actor: staffOf(actor), now, keep }),
);
