import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { simulateProposal } from '../../../governance/public/simulate-proposal.ts';
import { simulationDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, simulationDeps, ({ actor, path, body, now }, deps) =>
  simulateProposal(deps, { ...path, ...body, actor: staffOf(actor), now }),
);
