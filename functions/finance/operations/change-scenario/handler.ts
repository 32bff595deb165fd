import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { scenarioDeps } from '../../deps.ts';
import type { Scenario } from '../../domain/cost-sharing/scenario.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, scenarioDeps, async ({ actor, path, body, now, keep }, { scenarios, ids }) => {
  const before = await scenarios.get(path.scenarioId);
  if (!before) return refuse('unknown-scenario', 'There is no such scenario.');
  if (before.state !== 'draft') return refuse('not-draft', 'It was adopted.');
  if (before.v !== body.v) return refuse('changed-meanwhile', 'It is no longer as you read it.', '/body/v');
  const { scenarioId, made } = before;
  const changed = { at: iso(now), by: actorName(actor) };
  const preparers = [...new Set([...before.preparers, changed.by])];
  const after: Scenario = { scenarioId, ...body, state: 'draft', made, changed, preparers, v: body.v + 1 };
  const audit = {
    subject: `scenario:${scenarioId}`,
    auditId: ids.next('audit', now),
    ...changed,
    did: 'change-scenario',
  };
  const detail = { v: after.v, title: after.title, year: after.year, formula: after.formula.name };
  const written = await scenarios.change(after, { audit: { ...audit, detail }, beside: keep(after) });
  return written ? answer(after) : refuse('changed-meanwhile', 'Others changed or adopted it just now.');
});
