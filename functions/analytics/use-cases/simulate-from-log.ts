import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { followProposals } from '../../governance/public/follow-proposals.ts';
import { simulateProposal } from '../../governance/public/simulate-proposal.ts';
import type { SimulationDeps } from '../deps.ts';
import { replayDecisions } from './replay-decisions.ts';

type Input = Parameters<typeof simulateProposal>[1];

/** Simulates the text of a proposal with the logged decisions of the archive. */
export const simulateFromLog = ({ archive, ...deps }: SimulationDeps & { ids: Ids }, input: Input) =>
  simulateProposal({ ...deps, replay: replayDecisions(archive) }, input);

/** Renews the simulations of open proposals, and adds those of rules that began, by the logged decisions of the archive. */
export const followFromLog = ({ archive, ...deps }: SimulationDeps, now: number) =>
  followProposals({ ...deps, replay: replayDecisions(archive) }, now);
