import { work } from '../../../../layers/platform/http/work.ts';
import { followProposals } from '../../../governance/public/simulate-proposal.ts';
import { simulationDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = work(contract, simulationDeps, (_event: unknown, deps, { now }) => followProposals(deps, now));
