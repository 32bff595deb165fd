import type * as z from 'zod';
import { readDirectory } from '../../../layers/data/directory-store.ts';
import { sealOf } from '../../../layers/data/scenario-store.ts';
import type { Table } from '../../../layers/data/table.ts';
import { type Outcome, type Scenario, warningsOf } from '../../../layers/domain/cost-sharing/scenario.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { readsWhole } from '../readers.ts';
import { workbench } from '../workbench.ts';
import type { scenarioViewSchema } from '../workbench-shapes.ts';
import { contract } from './contract.ts';

type View = z.input<typeof scenarioViewSchema>;
type House = ReturnType<typeof workbench>;

/** A member's own fee of an adopted scenario: one row is read, and nothing of others is said. */
const ownView = async ({ scenarios }: House, scenario: Scenario, member: string): Promise<View> => {
  const { adopted } = scenario;
  if (adopted === undefined) return { scenario, lacking: [], withoutFigures: [] };
  const row = await scenarios.frozenOf(scenario, member);
  const { total, payers, seal } = adopted;
  const outcome = { fees: row ? [row.fee] : [], total, payers, warnings: [], seal };
  return { scenario, outcome, lacking: [], withoutFigures: [] };
};

const wholeOutcome = (scenario: Scenario, outcome: Outcome): NonNullable<View['outcome']> => {
  const [seal, { adopted }] = [sealOf(scenario, outcome), scenario];
  return {
    ...{ fees: outcome.rows.map(({ fee }) => fee), total: outcome.total, payers: outcome.payers },
    ...{ warnings: warningsOf(scenario, outcome), seal },
    ...(adopted && { seal: adopted.seal, intact: adopted.seal === seal }),
  };
};

const withoutFigures = async (table: Table, known: ReadonlySet<string>): Promise<string[]> =>
  (await readDirectory(table)).map(({ memberId }) => memberId).filter((memberId) => !known.has(memberId));

const wholeView = async ({ table, figures, outcome }: House, scenario: Scenario): Promise<View> => {
  const isDraft = scenario.state === 'draft';
  const known = isDraft ? (await figures.all()).map(({ memberId }) => memberId) : [];
  const [found, missing] = await Promise.all([outcome(scenario), isDraft ? withoutFigures(table, new Set(known)) : []]);
  if ('refused' in found) return { scenario, lacking: found.refused, withoutFigures: missing };
  return { scenario, outcome: wholeOutcome(scenario, found), lacking: [], withoutFigures: missing };
};

/** Of a whole view one member's fee: for those who read all and ask for one. */
const only = (view: View, member: string | undefined): View =>
  member === undefined || !view.outcome
    ? view
    : { ...view, outcome: { ...view.outcome, fees: view.outcome.fees.filter(({ memberId }) => memberId === member) } };

export const handler = handle(contract, workbench, async ({ actor, path, query: { member } }, house) => {
  const scenario = await house.scenarios.get(path.scenarioId);
  const whole = readsWhole(actor);
  if (!scenario || (!whole && scenario.state === 'draft'))
    return refuse('unknown-scenario', 'There is no such scenario, or it is not adopted.');
  // Whoever does not read all was let in for the member that is named.
  if (!whole) return answer(await ownView(house, scenario, member ?? ''));
  return answer(only(await wholeView(house, scenario), member));
});
