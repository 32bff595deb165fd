import type { RefusalOf } from '../../../layers/platform/http/outcome.ts';
import type { ScenarioDeps } from '../deps.ts';
import { scenarioBefore } from '../domain/cost-sharing/adoption.ts';
import type { FormulaRefusal } from '../domain/cost-sharing/reckoning.ts';
import {
  looksBack,
  type Outcome,
  type ReportedFigures,
  reckonScenario,
  type Scenario,
} from '../domain/cost-sharing/scenario.ts';

type Deps = Pick<ScenarioDeps, 'scenarios' | 'figures' | 'directory'>;
type Calculated = Outcome | { refused: FormulaRefusal[] };

/** Returns the members' fees by the scenario adopted for the previous year, when the formula depends on them. */
const feesBefore = async ({ scenarios }: Deps, scenario: Scenario): Promise<Map<string, number>> => {
  if (!looksBack(scenario.formula)) return new Map();
  const before = scenarioBefore(scenario, (await scenarios.adoptedIn(scenario.year - 1)).scenarios);
  const rows = before ? await scenarios.frozen(before) : [];
  return new Map(rows.map(({ fee: { memberId, fee } }) => [memberId, fee]));
};

/** Calculates the fees of a draft from the given figures. */
export const calculateDraft = async (
  deps: Deps,
  scenario: Scenario,
  figures: readonly ReportedFigures[],
): Promise<Calculated> => {
  const [members, paid] = await Promise.all([deps.directory(), feesBefore(deps, scenario)]);
  return reckonScenario(scenario, figures, { members: members.map(({ memberId }) => memberId), feesBefore: paid });
};

/** Returns the fees of a scenario: the frozen ones of an adopted one, for a draft those by the current figures, or what it lacks. */
export const calculateScenario = async (deps: Deps, scenario: Scenario): Promise<Calculated> => {
  const { adopted } = scenario;
  if (adopted === undefined) return calculateDraft(deps, scenario, await deps.figures.all());
  const { total, payers, withoutFigures } = adopted;
  return { rows: await deps.scenarios.frozen(scenario), total, payers, ...(withoutFigures && { withoutFigures }) };
};

/** Returns the members of the consortium without figures. */
export const membersWithoutFigures = async ({ directory, figures }: Deps): Promise<string[]> => {
  const [members, stored] = await Promise.all([directory(), figures.all()]);
  const known = new Set(stored.map(({ memberId }) => memberId));
  return members.map(({ memberId }) => memberId).filter((memberId) => !known.has(memberId));
};

/** Returns what a scenario lacks, as refusals of an operation that needs its fees: the first hundred. */
export const notReckonable = (refused: readonly FormulaRefusal[]): { refused: RefusalOf<'not-reckonable'>[] } => ({
  refused: refused.slice(0, 100).map(({ detail }) => ({ code: 'not-reckonable', detail })),
});
