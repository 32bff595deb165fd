import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { sealOf } from '../data/scenario-store.ts';
import { whileNotTruedUp } from '../data/true-up-store.ts';
import type { ScenarioDeps } from '../deps.ts';
import { besides, concernsOf, refuseAdoption, refuseUnsaid } from '../domain/cost-sharing/adoption.ts';
import { type Concern, type Scenario, warningsOf } from '../domain/cost-sharing/scenario.ts';
import { figuresSetBy } from '../domain/cost-sharing/set-by.ts';
import { calculateDraft, notReckonable } from './calculate-scenario.ts';
import { findClosedMonths } from './find-closed-months.ts';

type Decision = { v: number; seal: string; decisionReference: string; replaces: string[]; acknowledged: Concern[] };
type Input = { scenarioId: string; decision: Decision; by: string; now: number; keep: Keep<Scenario> };

/**
 * Adopts a draft by a named decision: freezes its figures and fees. The approver must not have prepared any of it and acknowledges its
 * concerns.
 */
export const adoptScenario = async (
  { ids, ...deps }: ScenarioDeps & { ids: Ids },
  { scenarioId, decision, by, now, keep }: Input,
) => {
  const scenario = await deps.scenarios.get(scenarioId);
  if (!scenario) return refuse('unknown-scenario', 'There is no such scenario.');
  if (scenario.state !== 'draft') return refuse('not-draft', 'It was adopted already.');
  const [figures, { scenarios: others, adoptions }] = await Promise.all([
    deps.figures.all(),
    deps.scenarios.adoptedIn(scenario.year),
  ]);
  const outcome = await calculateDraft(deps, scenario, figures);
  if ('refused' in outcome) return notReckonable(outcome.refused);
  const [seal, members] = [sealOf(scenario, outcome), outcome.rows.length];
  const against = refuseAdoption(scenario, { ...decision, by }, { seal, members, figuresBy: figuresSetBy(figures) });
  if (against) return refuse(against.code, against.detail);
  const { decisionReference, replaces, acknowledged } = decision;
  const { closed, checks } = await findClosedMonths(deps, scenario, outcome, now);
  const concerns = concernsOf(warningsOf(scenario, outcome), outcome, besides(scenario, others, replaces), closed);
  const unsaid = refuseUnsaid(scenario, { replaces, acknowledged }, { adopted: others, concerns, closed });
  if (unsaid) return refuse(unsaid.code, unsaid.detail);
  // A true-up counts the dues of later months as they were adopted, so its fee is final.
  const replaced = others.filter((one) => replaces.includes(one.scenarioId)).map(({ formula }) => formula.name);
  const places = [...new Set([scenario.formula.name, ...replaced])].map((fee) => ({ year: scenario.year, fee }));
  const trueUps = await Promise.all(places.map((place) => deps.trueUps.get(place)));
  const booked = places.find((_, at) => trueUps[at]?.state === 'booked');
  if (booked) return refuse('trued-up', `The fee ${booked.fee} of ${booked.year} was trued up.`);
  const { total, payers, withoutFigures } = outcome;
  const adopted = {
    ...{ at: iso(now), by, decisionReference, seal, members, total, payers, replaces, acknowledged: concerns },
    ...(withoutFigures && { withoutFigures: [...withoutFigures] }),
    ...(closed && { monthsClosed: closed }),
  };
  const after = { ...scenario, state: 'adopted' as const, adopted, v: scenario.v + 1 };
  const audit = { subject: `scenario:${scenarioId}`, auditId: ids.next('audit', now), at: adopted.at, by };
  const detail = { decisionReference, seal, members, total, replaces, acknowledged: concerns };
  const further = {
    audit: { ...audit, did: 'adopt-scenario', detail },
    beside: [...checks, ...places.map(whileNotTruedUp), ...keep(after)],
  };
  const done = await deps.scenarios.adopt(after, outcome, further, adoptions);
  return done
    ? answer(after)
    : refuse('changed-meanwhile', 'Others changed or adopted it just now, or the statements of a month were written.');
};
