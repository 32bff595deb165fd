import { sealOf } from '../../functions/finance/data/scenario-store.ts';
import { besides, concernsOf } from '../../functions/finance/domain/cost-sharing/adoption.ts';
import { compareFees } from '../../functions/finance/domain/cost-sharing/compare-fees.ts';
import { publishedFormulas } from '../../functions/finance/domain/cost-sharing/published.ts';
import {
  feesOf,
  type Outcome,
  type ReportedFigures,
  reckonScenario,
  type Scenario,
  scenarioSchema,
  warningsOf,
} from '../../functions/finance/domain/cost-sharing/scenario.ts';
import { figuresOf } from './cost-sharing.ts';

const of = (memberId: string, population: number, branches: number, items: number, spends: number): ReportedFigures =>
  figuresOf(memberId, { population, branches, items, 'operating-expenditure': spends * 100 });

/** The figures of the demo's members; the last is a former member. */
export const fixtureFigures: readonly ReportedFigures[] = [
  of('ashgrove', 4200, 1, 18_400, 210_000),
  of('calder', 9800, 2, 52_000, 640_000),
  of('harcourt', 21_500, 3, 148_000, 1_900_000),
  of('lakeshore', 38_000, 5, 176_500, 2_750_000),
  { ...of('riverton', 52_300, 7, 240_100, 4_100_000), flags: ['rural'], joined: 2012, feeBefore: 2_900_000 },
  { ...of('northfield', 1500, 1, 9100, 96_000), takesPart: false },
];

const preparer = 'staff:stf_01kaw5v7n0000000000000003z';
const share = (title: string, percent: string, key: object) => ({ kind: 'share', title, cost: 'ils', percent, key });
const made = (at: number, input: object): Scenario =>
  scenarioSchema.parse({
    scenarioId: `scn_01kb000000000000000000000${at}`,
    ...{ year: 2027, costs: { ils: 12_000_000 }, size: { figure: 'population' } },
    ...{ state: 'draft', preparers: [preparer], v: 1, made: { at: `2026-11-2${at}T10:00:00.000Z`, by: preparer } },
    ...input,
  });
const formula = (name: string, title: string, parts: object[], guards: object[] = []) => ({
  ...{ name, title, source: 'Board paper 2026/14', currency: 'USD', parts, guards },
});

const alike = made(1, {
  title: 'As it is: half by branches, half alike',
  formula: publishedFormulas.find(({ name }) => name === 'nc-cardinal'),
});
const bySize = made(2, {
  title: 'By population, a fifth alike',
  formula: formula(
    'by-population',
    'A fifth alike, the rest by population',
    [share('Alike', '20', { by: 'equal' }), share('Population', '80', { by: 'figure', figure: 'population' })],
    [{ kind: 'minimum', title: 'At least 6,000 dollars', amount: 600_000, borne: { bornBy: 'others' } }],
  ),
});
const byBands = made(3, {
  title: 'By bands, as first proposed',
  formula: formula('by-bands', 'By bands of population', [
    {
      ...{ kind: 'bands', title: 'Band', figure: 'population' },
      bands: [{ upTo: 5000, amount: 900_000 }, { upTo: 20_000, amount: 2_600_000 }, { amount: 2_400_000 }],
    },
  ]),
});
const lacking = made(4, {
  title: 'By loans, not reported yet',
  formula: formula('by-loans', 'By loans', [share('Loans', '100', { by: 'figure', figure: 'loans' })]),
});

const outcomeOf = (scenario: Scenario): Outcome | undefined => {
  const outcome = reckonScenario(scenario, fixtureFigures);
  return 'refused' in outcome ? undefined : outcome;
};

const adopted = (scenario: Scenario): Scenario => {
  const outcome = outcomeOf(scenario) ?? { rows: [], total: 0, payers: [] };
  const [by, seal] = ['staff:stf_01kaw5v7n0000000000000001z', sealOf(scenario, outcome)];
  const { total, payers, rows } = outcome;
  const decision = { at: '2026-11-25T15:00:00.000Z', by, decisionReference: 'Board minutes 2026-11-25, item 4', seal };
  return { ...scenario, state: 'adopted', adopted: { ...decision, total, payers, members: rows.length }, v: 2 };
};

/** The scenarios of the fixture: one adopted, and drafts. */
export const fixtureScenarios: readonly Scenario[] = [lacking, byBands, bySize, adopted(alike)];

/** The scenario with an id, or the second one: a new scenario has its result. */
const find = (id: string | null): Scenario => fixtureScenarios.find(({ scenarioId }) => scenarioId === id) ?? bySize;

/** A scenario with its result, computed by the product's own code; of one member where one is named. */
export const fixtureScenario = (id: string, member: string | null) => {
  const scenario = find(id);
  const reckoned = reckonScenario(scenario, fixtureFigures);
  const nothingElse = { concerns: [], besides: [], lacking: [], withoutFigures: [] };
  if ('refused' in reckoned) return { scenario, ...nothingElse, lacking: reckoned.refused };
  const fees = reckoned.rows.map(({ fee }) => fee).filter(({ memberId }) => member === null || memberId === member);
  const { total, payers } = reckoned;
  const seal = sealOf(scenario, reckoned);
  const checked = member === null ? warningsOf(scenario, reckoned) : { checkedBy: [], warnings: [] };
  const whole = { fees, total, payers, seal, ...checked };
  const intact = scenario.state === 'adopted' && member === null ? { intact: true } : {};
  if (scenario.state === 'adopted' || member !== null)
    return { scenario, outcome: { ...whole, ...intact }, ...nothingElse };
  // The adopted one of the fixture is of the same year: another adoption replaces it, or is billed in addition.
  const others = besides(
    scenario,
    fixtureScenarios.filter(({ state }) => state === 'adopted'),
    [],
  );
  const replaced = others.map((one) => ({ scenarioId: one.scenarioId, title: one.title, formula: one.formula.name }));
  const concerns = concernsOf(checked, reckoned, others);
  return { scenario, outcome: whole, ...nothingElse, concerns, besides: replaced };
};

/** Two of them compared; nothing where one cannot be computed. */
export const fixtureComparison = (query: URLSearchParams) => {
  const [one, other] = [find(query.get('one')), find(query.get('other'))];
  const [old, now] = [outcomeOf(one), outcomeOf(other)];
  if (!old || !now) return undefined;
  const compared = compareFees(feesOf(one, old), feesOf(other, now));
  if ('refused' in compared) throw new Error('The fixture has one currency.');
  return { ...compared, currency: 'USD', checks: { one: warningsOf(one, old), other: warningsOf(other, now) } };
};
