import type * as z from 'zod';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { sealOf } from '../../data/scenario-store.ts';
import { besides, concernsOf, toldToMember } from '../../domain/cost-sharing/adoption.ts';
import { type Outcome, type Scenario, warningsOf } from '../../domain/cost-sharing/scenario.ts';
import type { scenarioViewSchema } from '../../schemas/workbench-shapes.ts';
import { monthsClosed } from '../../use-cases/months-closed.ts';
import { readsWhole } from '../../use-cases/readers.ts';
import { workbench } from '../../use-cases/workbench.ts';
import { contract } from './contract.ts';

type View = z.input<typeof scenarioViewSchema>;
type House = ReturnType<typeof workbench>;

const nothingElse = { concerns: [], besides: [], lacking: [], withoutFigures: [] };

/** A member's own fee of an adopted scenario: one row is read, and nothing of others is said. */
const ownView = async ({ scenarios }: House, scenario: Scenario, member: string): Promise<View> => {
  const { adopted } = scenario;
  if (adopted === undefined) return { scenario, ...nothingElse };
  const row = await scenarios.frozenOf(scenario, member);
  const { total, payers, seal } = adopted;
  const outcome = { fees: row ? [row.fee] : [], total, payers, checkedBy: [], warnings: [], seal };
  return { scenario: toldToMember(scenario), outcome, ...nothingElse };
};

const wholeOutcome = (scenario: Scenario, outcome: Outcome): NonNullable<View['outcome']> => {
  const [seal, { adopted }] = [sealOf(scenario, outcome), scenario];
  return {
    ...{ fees: outcome.rows.map(({ fee }) => fee), total: outcome.total, payers: outcome.payers },
    ...{ ...warningsOf(scenario, outcome), seal },
    ...(adopted && { seal: adopted.seal, intact: adopted.seal === seal }),
  };
};

const draftView = async (house: House, scenario: Scenario, outcome: Outcome, now: number): Promise<View> => {
  const others = besides(scenario, (await house.scenarios.adoptedIn(scenario.year)).scenarios, []);
  const { closed } = await monthsClosed(house, scenario, outcome, now);
  const { warnings, checkedBy, ...whole } = wholeOutcome(scenario, outcome);
  return {
    ...{ scenario, outcome: { ...whole, warnings, checkedBy }, lacking: [] },
    concerns: concernsOf({ warnings, checkedBy }, outcome, others, closed),
    ...(closed && { monthsClosed: closed }),
    besides: others.map(({ scenarioId, title, formula }) => ({ scenarioId, title, formula: formula.name })),
    withoutFigures: [...(outcome.withoutFigures ?? [])],
  };
};

const wholeView = async (house: House, scenario: Scenario, now: number): Promise<View> => {
  const found = await house.outcome(scenario);
  if ('refused' in found)
    return { scenario, ...nothingElse, lacking: found.refused, withoutFigures: await house.withoutFigures() };
  if (scenario.state === 'draft') return draftView(house, scenario, found, now);
  const without = [...(found.withoutFigures ?? [])];
  return { scenario, outcome: wholeOutcome(scenario, found), ...nothingElse, withoutFigures: without };
};

/** Of a whole view one member's fee: for those who read all and ask for one. */
const only = (view: View, member: string | undefined): View =>
  member === undefined || !view.outcome
    ? view
    : { ...view, outcome: { ...view.outcome, fees: view.outcome.fees.filter(({ memberId }) => memberId === member) } };

export const handler = handle(contract, workbench, async ({ actor, path, query: { member }, now }, house) => {
  const scenario = await house.scenarios.get(path.scenarioId);
  const whole = readsWhole(actor);
  if (!scenario || (!whole && scenario.state === 'draft'))
    return refuse('unknown-scenario', 'There is no such scenario, or it is not adopted.');
  // Whoever does not read all was let in for the member that is named.
  if (!whole) return answer(await ownView(house, scenario, member ?? ''));
  return answer(only(await wholeView(house, scenario, now), member));
});
