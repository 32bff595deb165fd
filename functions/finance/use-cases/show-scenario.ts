import type * as z from 'zod';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { sealOf } from '../data/scenario-store.ts';
import type { ScenarioDeps } from '../deps.ts';
import { besides, concernsOf, redactForMember } from '../domain/cost-sharing/adoption.ts';
import { type Outcome, type Scenario, warningsOf } from '../domain/cost-sharing/scenario.ts';
import type { scenarioViewSchema } from '../schemas/scenarios.ts';
import { calculateScenario, membersWithoutFigures } from './calculate-scenario.ts';
import { findClosedMonths } from './find-closed-months.ts';

type View = z.input<typeof scenarioViewSchema>;

const nothingElse = { concerns: [], besides: [], lacking: [], withoutFigures: [] };

/** Returns a member's own fee of an adopted scenario. It reads one row, and the view contains no other members. */
const ownView = async ({ scenarios }: ScenarioDeps, scenario: Scenario, member: string): Promise<View> => {
  const { adopted } = scenario;
  if (adopted === undefined) return { scenario, ...nothingElse };
  const row = await scenarios.frozenOf(scenario, member);
  const { total, payers, seal } = adopted;
  const outcome = { fees: row ? [row.fee] : [], total, payers, checkedBy: [], warnings: [], seal };
  return { scenario: redactForMember(scenario), outcome, ...nothingElse };
};

const wholeOutcome = (scenario: Scenario, outcome: Outcome): NonNullable<View['outcome']> => {
  const [seal, { adopted }] = [sealOf(scenario, outcome), scenario];
  return {
    ...{ fees: outcome.rows.map(({ fee }) => fee), total: outcome.total, payers: outcome.payers },
    ...{ ...warningsOf(scenario, outcome), seal },
    ...(adopted && { seal: adopted.seal, intact: adopted.seal === seal }),
  };
};

const draftView = async (deps: ScenarioDeps, scenario: Scenario, outcome: Outcome, now: number): Promise<View> => {
  const others = besides(scenario, (await deps.scenarios.adoptedIn(scenario.year)).scenarios, []);
  const { closed } = await findClosedMonths(deps, scenario, outcome, now);
  const whole = wholeOutcome(scenario, outcome);
  return {
    ...{ scenario, outcome: whole, lacking: [] },
    concerns: concernsOf(whole, outcome, others, closed),
    ...(closed && { monthsClosed: closed }),
    besides: others.map(({ scenarioId, title, formula }) => ({ scenarioId, title, formula: formula.name })),
    withoutFigures: [...(outcome.withoutFigures ?? [])],
  };
};

const wholeView = async (deps: ScenarioDeps, scenario: Scenario, now: number): Promise<View> => {
  const outcome = await calculateScenario(deps, scenario);
  if ('refused' in outcome)
    return {
      scenario,
      ...nothingElse,
      lacking: outcome.refused,
      withoutFigures: await membersWithoutFigures(deps),
    };
  if (scenario.state === 'draft') return draftView(deps, scenario, outcome, now);
  const without = [...(outcome.withoutFigures ?? [])];
  return { scenario, outcome: wholeOutcome(scenario, outcome), ...nothingElse, withoutFigures: without };
};

/** Returns a whole view restricted to one member's fee: for readers of the whole who name a member. */
const only = (view: View, member: string | undefined): View =>
  member === undefined || !view.outcome
    ? view
    : { ...view, outcome: { ...view.outcome, fees: view.outcome.fees.filter(({ memberId }) => memberId === member) } };

type Query = { scenarioId: string; member?: string | undefined; whole: boolean; now: number };

/** Loads a scenario with its fees. Readers without access to the `whole` see only adopted ones, with the fee of the named member. */
export const showScenario = async (deps: ScenarioDeps, { scenarioId, member, whole, now }: Query) => {
  const scenario = await deps.scenarios.get(scenarioId);
  if (!scenario || (!whole && scenario.state === 'draft'))
    return refuse('unknown-scenario', 'There is no such scenario, or it is not adopted.');
  // A reader without access to the whole was permitted for the member that the query names.
  if (!whole) return answer(await ownView(deps, scenario, member ?? ''));
  return answer(only(await wholeView(deps, scenario, now), member));
};
