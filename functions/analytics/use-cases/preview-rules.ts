import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { policiesToCompare } from '../../governance/public/policies-to-compare.ts';
import type { RuleChange } from '../../governance/public/simulation-contract.ts';
import type { SimulationDeps } from '../deps.ts';
import { replayDecisions } from './replay-decisions.ts';

const DAY = 86_400_000;

/** Returns what other rules would have made of the logged decisions of some days before now (epoch ms). */
export const previewRules = async (
  { policies, archive }: Pick<SimulationDeps, 'policies' | 'archive'>,
  { change, days }: { change: RuleChange; days: number },
  now: number,
) => {
  const compared = await policiesToCompare(policies, change, now);
  if (!compared) return refuse('no-rules-yet', 'There are no loan rules in force.');
  return answer(await replayDecisions(archive)({ from: iso(now - days * DAY), to: iso(now), ...compared }));
};
