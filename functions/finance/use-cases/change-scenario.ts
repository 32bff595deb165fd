import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { ScenarioStore } from '../data/scenario-store.ts';
import type { Scenario, ScenarioInput } from '../domain/cost-sharing/scenario.ts';
import { offBudget } from './create-scenario.ts';

type Deps = { scenarios: ScenarioStore; ids: Ids };
type Input = {
  scenarioId: string;
  body: ScenarioInput & Pick<Scenario, 'v'>;
  by: string;
  now: number;
  keep: Keep<Scenario>;
};

/** Changes a draft of a scenario, as a whole; who changes it counts as a preparer. */
export const changeScenario = async ({ scenarios, ids }: Deps, { scenarioId, body, by, now, keep }: Input) => {
  const before = await scenarios.get(scenarioId);
  if (!before) return refuse('unknown-scenario', 'There is no such scenario.');
  if (before.state !== 'draft') return refuse('not-draft', 'It was adopted.');
  if (before.v !== body.v) return refuse('changed-meanwhile', 'It is no longer as you read it.', '/body/v');
  const off = offBudget(body);
  if (off) return off;
  const { made } = before;
  const changed = { at: iso(now), by };
  const preparers = [...new Set([...before.preparers, by])];
  const after: Scenario = { scenarioId, ...body, state: 'draft', made, changed, preparers, v: body.v + 1 };
  const audit = { subject: `scenario:${scenarioId}`, auditId: ids.next('audit', now), ...changed };
  const detail = { v: after.v, title: after.title, year: after.year, formula: after.formula.name };
  const line = { ...audit, did: 'change-scenario', detail };
  const written = await scenarios.change(after, { audit: line, beside: keep(after) });
  return written ? answer(after) : refuse('changed-meanwhile', 'Others changed or adopted it just now.');
};
