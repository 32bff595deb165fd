import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { scenarioDeps } from '../../deps.ts';
import type { Scenario } from '../../domain/cost-sharing/scenario.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, scenarioDeps, async ({ actor, body, now, keep }, { scenarios, ids }) => {
  const [scenarioId, made] = [ids.next('scenario', now), { at: iso(now), by: actorName(actor) }];
  const scenario: Scenario = { scenarioId, ...body, state: 'draft', made, preparers: [made.by], v: 1 };
  const audit = { subject: `scenario:${scenarioId}`, auditId: ids.next('audit', now), ...made, did: 'create-scenario' };
  const { title, year, formula } = body;
  const detail = { title, year, formula: formula.name };
  await scenarios.add(scenario, { audit: { ...audit, detail }, beside: keep(scenario) });
  return answer(scenario);
});
