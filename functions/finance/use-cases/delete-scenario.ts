import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { ScenarioStore } from '../data/scenario-store.ts';

type Deps = { scenarios: ScenarioStore; ids: Ids };
type Input = { scenarioId: string; v: number; by: string; now: number };

/** Deletes a draft of a scenario as it was read. */
export const deleteScenario = async ({ scenarios, ids }: Deps, { scenarioId, v, by, now }: Input) => {
  const before = await scenarios.get(scenarioId);
  if (!before) return refuse('unknown-scenario', 'There is no such scenario.');
  if (before.state !== 'draft') return refuse('not-draft', 'It was adopted.');
  if (before.v !== v) return refuse('changed-meanwhile', 'It is no longer as you read it.', '/query/v');
  const audit = {
    ...{ subject: `scenario:${scenarioId}`, at: iso(now), auditId: ids.next('audit', now), by },
    ...{ did: 'delete-scenario', detail: { v, title: before.title, year: before.year, formula: before.formula.name } },
  };
  const isDeleted = await scenarios.delete(before, audit);
  return isDeleted
    ? answer({ deleted: true as const })
    : refuse('changed-meanwhile', 'Others changed or adopted it just now.');
};
