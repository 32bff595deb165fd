import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { ScenarioStore } from '../data/scenario-store.ts';
import { costsOffBudget } from '../domain/cost-sharing/consortium-budget.ts';
import type { Scenario, ScenarioInput } from '../domain/cost-sharing/scenario.ts';

type Deps = { scenarios: ScenarioStore; ids: Ids };
type Input = { input: ScenarioInput; by: string; now: number; keep: Keep<Scenario> };

/** Refuses a budget of which the lines paid by dues do not sum to the shared costs. */
export const offBudget = ({ costs, budget }: Pick<ScenarioInput, 'costs' | 'budget'>) => {
  const off = costsOffBudget(costs, budget);
  if (off.length === 0) return undefined;
  return refuse('budget-differs', `The lines that dues pay do not sum to the cost: ${off.join(', ')}.`, '/body/budget');
};

/** Creates a draft of a scenario; who creates it counts as a preparer. */
export const createScenario = async ({ scenarios, ids }: Deps, { input, by, now, keep }: Input) => {
  const off = offBudget(input);
  if (off) return off;
  const [scenarioId, made] = [ids.next('scenario', now), { at: iso(now), by }];
  const scenario: Scenario = { scenarioId, ...input, state: 'draft', made, preparers: [by], v: 1 };
  const audit = { subject: `scenario:${scenarioId}`, auditId: ids.next('audit', now), ...made, did: 'create-scenario' };
  const { title, year, formula } = input;
  const detail = { title, year, formula: formula.name };
  await scenarios.add(scenario, { audit: { ...audit, detail }, beside: keep(scenario) });
  return answer(scenario);
};
