import { memberFiguresStore } from '../../layers/data/member-figures-store.ts';
import { scenarioStore } from '../../layers/data/scenario-store.ts';
import { openTable } from '../../layers/data/table.ts';
import type { FormulaRefusal } from '../../layers/domain/cost-sharing/reckoning.ts';
import { type Outcome, reckonScenario, type Scenario } from '../../layers/domain/cost-sharing/scenario.ts';
import type { RefusalOf } from '../../layers/http/outcome.ts';
import type { Runtime } from '../../layers/runtime/runtime.ts';

/**
 * What the operations of the split workbench work with. `outcome` is what a scenario comes to: of an adopted one what was
 * frozen, of a draft what the figures give as they stand, or what it lacks.
 */
export const workbench = (runtime: Pick<Runtime, 'environment'>) => {
  const table = openTable(runtime);
  const [figures, scenarios] = [memberFiguresStore(table), scenarioStore(table)];
  return {
    table,
    figures,
    scenarios,
    outcome: async (scenario: Scenario): Promise<Outcome | { refused: FormulaRefusal[] }> => {
      const { adopted } = scenario;
      if (adopted === undefined) return reckonScenario(scenario, await figures.all());
      const { total, payers } = adopted;
      return { rows: await scenarios.frozen(scenario), total, payers };
    },
  };
};

/** What a scenario lacks, as refusals of an operation that needs its fees: the first hundred of them. */
export const notReckonable = (refused: readonly FormulaRefusal[]): { refused: RefusalOf<'not-reckonable'>[] } => ({
  refused: refused.slice(0, 100).map(({ detail }) => ({ code: 'not-reckonable', detail })),
});
