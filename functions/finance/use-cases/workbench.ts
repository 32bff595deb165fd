import { openTable } from '../../../layers/platform/dynamodb/table.ts';
import type { RefusalOf } from '../../../layers/platform/http/outcome.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { readDirectory } from '../../membership/public/directory-store.ts';
import { memberFiguresStore } from '../data/member-figures-store.ts';
import { periodStore } from '../data/period-store.ts';
import { scenarioStore } from '../data/scenario-store.ts';
import { scenarioBefore } from '../domain/cost-sharing/adoption.ts';
import type { FormulaRefusal } from '../domain/cost-sharing/reckoning.ts';
import {
  type KeptFigures,
  looksBack,
  type Outcome,
  reckonScenario,
  type Scenario,
} from '../domain/cost-sharing/scenario.ts';

/**
 * What the operations of the split workbench work with. `outcome` is what a scenario comes to: of an adopted one what was
 * frozen, of a draft what the figures give as they stand, or what it lacks.
 */
export const workbench = (runtime: Pick<Runtime, 'environment'>) => {
  const table = openTable(runtime);
  const [figures, scenarios] = [memberFiguresStore(table), scenarioStore(table)];
  /** What members paid by what was adopted for the year before, as far as the formula asks. */
  const feesBefore = async (scenario: Scenario): Promise<Map<string, number>> => {
    if (!looksBack(scenario.formula)) return new Map();
    const before = scenarioBefore(scenario, (await scenarios.adoptedIn(scenario.year - 1)).scenarios);
    const rows = before ? await scenarios.frozen(before) : [];
    return new Map(rows.map(({ fee: { memberId, fee } }) => [memberId, fee]));
  };
  const draft = async (scenario: Scenario, kept: readonly KeptFigures[]) => {
    const [members, paid] = await Promise.all([readDirectory(table), feesBefore(scenario)]);
    return reckonScenario(scenario, kept, { members: members.map(({ memberId }) => memberId), feesBefore: paid });
  };
  return {
    table,
    periods: periodStore(table),
    figures,
    scenarios,
    outcome: async (scenario: Scenario): Promise<Outcome | { refused: FormulaRefusal[] }> => {
      const { adopted } = scenario;
      if (adopted === undefined) return draft(scenario, await figures.all());
      const { total, payers, withoutFigures } = adopted;
      return { rows: await scenarios.frozen(scenario), total, payers, ...(withoutFigures && { withoutFigures }) };
    },
    /** What a draft comes to from figures that were read. */
    draft,
    /** Members of the consortium that have no figures. */
    withoutFigures: async (): Promise<string[]> => {
      const [members, kept] = await Promise.all([readDirectory(table), figures.all()]);
      const known = new Set(kept.map(({ memberId }) => memberId));
      return members.map(({ memberId }) => memberId).filter((memberId) => !known.has(memberId));
    },
  };
};

/** What a scenario lacks, as refusals of an operation that needs its fees: the first hundred of them. */
export const notReckonable = (refused: readonly FormulaRefusal[]): { refused: RefusalOf<'not-reckonable'>[] } => ({
  refused: refused.slice(0, 100).map(({ detail }) => ({ code: 'not-reckonable', detail })),
});
