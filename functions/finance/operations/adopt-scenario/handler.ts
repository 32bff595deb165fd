import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { sealOf } from '../../data/scenario-store.ts';
import { besides, concernsOf, refuseAdoption, refuseUnsaid } from '../../domain/cost-sharing/adoption.ts';
import { warningsOf } from '../../domain/cost-sharing/scenario.ts';
import { figuresSetBy } from '../../domain/cost-sharing/set-by.ts';
import { monthsClosed } from '../../use-cases/months-closed.ts';
import { notReckonable, workbench } from '../../use-cases/workbench.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  workbench,
  async ({ actor, path: { scenarioId }, body, now, keep }, { scenarios, figures, draft, ids, ...house }) => {
    const scenario = await scenarios.get(scenarioId);
    if (!scenario) return refuse('unknown-scenario', 'There is no such scenario.');
    if (scenario.state !== 'draft') return refuse('not-draft', 'It was adopted already.');
    const [kept, { scenarios: others, adoptions }] = await Promise.all([
      figures.all(),
      scenarios.adoptedIn(scenario.year),
    ]);
    const outcome = await draft(scenario, kept);
    if ('refused' in outcome) return notReckonable(outcome.refused);
    const [seal, members, by] = [sealOf(scenario, outcome), outcome.rows.length, actorName(actor)];
    const found = { seal, members, figuresBy: figuresSetBy(kept) };
    const against = refuseAdoption(scenario, { ...body, by }, found);
    if (against) return refuse(against.code, against.detail);
    const { decisionReference, replaces, acknowledged } = body;
    const { closed, checks } = await monthsClosed(house, scenario, outcome, now);
    const concerns = concernsOf(warningsOf(scenario, outcome), outcome, besides(scenario, others, replaces), closed);
    const unsaid = refuseUnsaid(scenario, { replaces, acknowledged }, { adopted: others, concerns, closed });
    if (unsaid) return refuse(unsaid.code, unsaid.detail);
    const { total, payers, withoutFigures } = outcome;
    const adopted = {
      ...{ at: iso(now), by, decisionReference, seal, members, total, payers, replaces, acknowledged: concerns },
      ...(withoutFigures && { withoutFigures: [...withoutFigures] }),
      ...(closed && { monthsClosed: closed }),
    };
    const after = { ...scenario, state: 'adopted' as const, adopted, v: scenario.v + 1 };
    const audit = { subject: `scenario:${scenarioId}`, auditId: ids.next('audit', now), at: adopted.at, by };
    const detail = { decisionReference, seal, members, total, replaces, acknowledged: concerns };
    const beside = { audit: { ...audit, did: 'adopt-scenario', detail }, beside: [...checks, ...keep(after)] };
    const done = await scenarios.adopt(after, outcome, beside, adoptions);
    return done
      ? answer(after)
      : refuse(
          'changed-meanwhile',
          'Others changed or adopted it just now, or the statements of a month were written.',
        );
  },
);
