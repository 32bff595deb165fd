import { sealOf } from '../../../layers/data/scenario-store.ts';
import { reckonScenario, refuseAdoption } from '../../../layers/domain/cost-sharing/scenario.ts';
import { actorName } from '../../../layers/http/actor.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import { notReckonable, workbench } from '../workbench.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  workbench,
  async ({ actor, path: { scenarioId }, body, now, keep }, { scenarios, figures, ids }) => {
    const scenario = await scenarios.get(scenarioId);
    if (!scenario) return refuse('unknown-scenario', 'There is no such scenario.');
    if (scenario.state !== 'draft') return refuse('not-draft', 'It was adopted already.');
    const used = (await figures.all()).filter(({ takesPart }) => takesPart);
    const outcome = reckonScenario(scenario, used);
    if ('refused' in outcome) return notReckonable(outcome.refused);
    const [seal, members, by] = [sealOf(scenario, outcome), outcome.rows.length, actorName(actor)];
    const found = { seal, members, figuresBy: used.map(({ changed }) => changed.by) };
    const against = refuseAdoption(scenario, { ...body, by }, found);
    if (against) return refuse(against.code, against.detail);
    const { total, payers } = outcome;
    const { decisionReference } = body;
    const adopted = { at: iso(now), by, decisionReference, seal, members, total, payers };
    const after = { ...scenario, state: 'adopted' as const, adopted, v: scenario.v + 1 };
    const audit = { subject: `scenario:${scenarioId}`, auditId: ids.next('audit', now), at: adopted.at, by };
    const detail = { decisionReference, seal, members, total };
    const beside = { audit: { ...audit, did: 'adopt-scenario', detail }, beside: keep(after) };
    const done = await scenarios.adopt(after, outcome, beside);
    return done ? answer(after) : refuse('changed-meanwhile', 'Others changed or adopted it just now.');
  },
);
