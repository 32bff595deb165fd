import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { proposalDeps } from '../../deps.ts';
import { listProposals } from '../../use-cases/list-proposals.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, proposalDeps, async ({ actor, now }, deps) =>
  answer(await listProposals(deps, staffOf(actor), now)),
);
