import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { policiesToCompare, type RuleChange } from '../../governance/public/simulate-proposal.ts';
import type { SimulationDeps } from '../deps.ts';

const DAY = 86_400_000;

/** Returns what other rules would have made of the logged decisions of some days before now (epoch ms). */
export const previewRules = async (
  { policies, replay }: Pick<SimulationDeps, 'policies' | 'replay'>,
  { change, days }: { change: RuleChange; days: number },
  now: number,
) => {
  const compared = await policiesToCompare(policies, change, now);
  if (!compared) return refuse('no-rules-yet', 'There are no loan rules in force.');
  return answer(await replay({ from: iso(now - days * DAY), to: iso(now), ...compared }));
};
