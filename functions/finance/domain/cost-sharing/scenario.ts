import * as z from 'zod';
import { parseExact } from '../../../../layers/kernel/money/exact.ts';
import { byId } from '../../../../layers/kernel/money/split.ts';
import { canonicalJson } from '../../../../layers/kernel/text/canonical-json.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { checkTariff } from './check-tariff.ts';
import { budgetLineSchema } from './consortium-budget.ts';
import { type Fee, type Fees, feesSchema, givenOf, reckonFees } from './fees.ts';
import { figureSchema, figureText, formulaNameSchema, type MemberFigures, memberFiguresSchema } from './figures.ts';
import { formulaSchema, sharesOfCosts } from './formula.ts';
import { cliffSchema, largerPaysLess } from './larger-pays-less.ts';
import { isMemberIn } from './membership.ts';
import { monthsClosedSchema } from './months-closed.ts';
import type { FormulaRefusal } from './reckoning.ts';
import { sizesOf } from './sizes.ts';
import { tariffCheckSchema, type Unchecked, uncheckedSchema } from './tariff-check-schema.ts';

/** An act: when, and the actor's name. */
export const actSchema = z.strictObject({ at: z.string(), by: z.string() });
export type Act = z.infer<typeof actSchema>;

/** The input of a scenario: the formula, the year, the total costs (minor units), and the size by which it is checked. */
export const scenarioInputSchema = z.strictObject({
  title: oneLine(200),
  year: z.int().min(1900).max(2200),
  formula: formulaSchema,
  costs: z
    .record(formulaNameSchema, z.int().min(0).max(1e13))
    .refine((costs) => Object.keys(costs).length <= 50, 'At most 50 costs.')
    .default({}),
  /** The figure for warnings about larger members that pay less. */
  size: figureSchema.exactOptional(),
  /** The budget of the consortium for the year: its lines that dues pay sum to the shared costs. */
  budget: z.array(budgetLineSchema).min(1).max(50).exactOptional(),
});
export type ScenarioInput = z.infer<typeof scenarioInputSchema>;

/**
 * The warnings that an approver must acknowledge: a larger member pays less, the check is impossible, a cost is shared in part only, members without figures have no fee,
 * another scenario remains in force and is billed too, or months of its year already have statements.
 */
export const concernSchema = z.enum([
  'larger-pays-less',
  'not-checked',
  'cost-not-covered',
  'without-figures',
  'beside-others',
  'months-closed',
]);
export type Concern = z.infer<typeof concernSchema>;

/** The decision that adopted a scenario, its outcome, and the seal (SHA-256, hex) over everything that was frozen. */
const adoptionSchema = z.strictObject({
  ...actSchema.shape,
  decisionReference: z.string(),
  seal: z.string(),
  members: z.number().int(),
  total: z.number().int(),
  payers: feesSchema.shape.payers,
  /** The scenarios of its year that it replaces. Absent on older adoptions, which replace those of their formula. */
  replaces: z.array(z.string()).exactOptional(),
  /** The concerns that the approver acknowledged. */
  acknowledged: z.array(concernSchema).exactOptional(),
  /** Members of the consortium without figures, and so without a part in it; sealed with it. */
  withoutFigures: z.array(z.string()).exactOptional(),
  /** Months with statements written before the adoption, and the fees for them. */
  monthsClosed: monthsClosedSchema.exactOptional(),
});

/** A scenario without its fees. `preparers` are all who made or changed it: none of them may approve it. */
export const scenarioSchema = z.strictObject({
  scenarioId: z.string(),
  ...scenarioInputSchema.shape,
  state: z.enum(['draft', 'adopted']),
  made: actSchema,
  changed: actSchema.exactOptional(),
  preparers: z.array(z.string()),
  adopted: adoptionSchema.exactOptional(),
  v: z.number().int(),
});
export type Scenario = z.infer<typeof scenarioSchema>;

/** The data of a member for its fees; a member that does not take part (it has left) remains recorded, and pays nothing. */
export const reportedFiguresSchema = z.strictObject({
  ...memberFiguresSchema.shape,
  takesPart: z.boolean().default(true),
  changed: actSchema,
  /**
   * The persons who set each value, by its name (`figure/population/2025`, `takesPart`): those who set an effective value may not adopt.
   */
  setBy: z.record(z.string(), z.string()).exactOptional(),
  v: z.number().int(),
});
export type ReportedFigures = z.infer<typeof reportedFiguresSchema>;

/** A member's fee with the figures that it was calculated from. */
export type ScenarioRow = { figures: MemberFigures; fee: Fee };
/** A scenario's outcome: rows by member id, the sum, the payments of non-members, and the members without figures. */
export type Outcome = {
  rows: ScenarioRow[];
  total: number;
  payers: Fees['payers'];
  withoutFigures?: readonly string[];
};

/** The input of a draft besides its members' figures: all members, and their fees by the scenario adopted for the previous year. */
export type DraftBasis = { members: readonly string[]; feesBefore: ReadonlyMap<string, number> };
const emptyBasis: DraftBasis = { members: [], feesBefore: new Map() };

const plainFigures = ({ takesPart: _t, changed: _c, setBy: _s, v: _v, ...figures }: ReportedFigures): MemberFigures =>
  figures;

/** Returns whether a formula compares fees with those of the previous year. */
export const looksBack = ({ guards }: ScenarioInput['formula']): boolean =>
  guards.some(({ kind }) => kind === 'yearly-change' || kind === 'transition');

/** An adopted fee takes precedence over an entered one. */
const withFeeBefore = (figures: MemberFigures, { feesBefore }: DraftBasis): MemberFigures => {
  const feeBefore = feesBefore.get(figures.memberId);
  return feeBefore === undefined ? figures : { ...figures, feeBefore };
};

/**
 * Calculates the fees of a draft from the current figures, and the members without figures. A formula that compares with the previous
 * year uses the adopted fees when known. Refuses what `reckonFees` does.
 */
export const reckonScenario = (
  { formula, year, costs }: ScenarioInput,
  reported: readonly ReportedFigures[],
  basis: DraftBasis = emptyBasis,
): Outcome | { refused: FormulaRefusal[] } => {
  const known = new Set(reported.map(({ memberId }) => memberId));
  const members = reported
    .filter(({ takesPart }) => takesPart)
    .map(plainFigures)
    .map((figures) => (looksBack(formula) ? withFeeBefore(figures, basis) : figures));
  const fees = reckonFees({ formula, year, members, costs });
  if ('refused' in fees) return fees;
  const figuresOf = new Map(members.map((figures) => [figures.memberId, figures]));
  const rows = fees.fees.flatMap((fee): ScenarioRow[] => {
    const figures = figuresOf.get(fee.memberId);
    return figures ? [{ figures, fee }] : [];
  });
  const without = basis.members.filter((memberId) => !known.has(memberId)).toSorted(byId);
  return { rows, total: fees.total, payers: fees.payers, ...(without.length > 0 && { withoutFigures: without }) };
};

/** Returns an outcome as fees, for comparison and warnings. */
export const feesOf = ({ formula, year }: ScenarioInput, { rows, total, payers }: Outcome): Fees => ({
  ...{ formula: formula.name, year, currency: formula.currency },
  ...{ fees: rows.map(({ fee }) => fee), total, payers },
});

/** Whether a formula was checked for larger members that pay less, by which figures, the results, and what was not checked. */
export const checkSchema = z.strictObject({
  /** The size that the scenario names, or the figures of its formula. Empty: the formula uses no figure, so the check is impossible. */
  checkedBy: z.array(z.string()),
  /** The current members that pay less than smaller ones. */
  warnings: z.array(cliffSchema),
  /** The check of the tariff beyond the current members; for readers of the whole. */
  tariff: tariffCheckSchema.exactOptional(),
  unchecked: z.array(uncheckedSchema).exactOptional(),
  /** The costs of which the formula shares less than the whole, with the percentage that it shares. */
  uncovered: z.array(z.strictObject({ cost: z.string(), percent: z.string() })).exactOptional(),
});

const membersUnchecked = (
  { size, formula }: ScenarioInput,
  sizes: readonly unknown[],
  notCompared: readonly string[],
): Unchecked[] => [
  ...(size === undefined || sizesOf(formula).some(({ figure }) => figure === size.figure)
    ? []
    : [{ code: 'size-not-in-formula' as const, params: { figure: size.figure } }]),
  ...(sizes.length > 0 ? notCompared : []).map((member) => ({ code: 'member-alone' as const, params: { member } })),
];

/**
 * Returns where a larger member pays less than a smaller one: of the current members by the size that the scenario names, otherwise by
 * the figures of its formula; and in the tariff itself by every figure.
 */
export const warningsOf = (
  scenario: ScenarioInput,
  outcome: Outcome,
): Required<Pick<z.infer<typeof checkSchema>, 'checkedBy' | 'warnings' | 'tariff' | 'unchecked' | 'uncovered'>> => {
  const sizes = scenario.size === undefined ? sizesOf(scenario.formula) : [scenario.size];
  const given = givenOf(scenario);
  const members = outcome.rows.map(({ figures }) => figures);
  const { warnings, notCompared } = largerPaysLess(feesOf(scenario, outcome), members, sizes);
  const current = members.filter((member) => isMemberIn(member, given));
  const { tariff, unchecked } = checkTariff(scenario.formula, current, given);
  const shares = sharesOfCosts(scenario.formula.parts).filter(([, sum]) => sum < parseExact('100'));
  return {
    uncovered: shares.map(([cost, sum]) => ({ cost, percent: figureText(sum) })),
    checkedBy: sizes.map(({ figure }) => figure),
    ...{ warnings, tariff, unchecked: [...unchecked, ...membersUnchecked(scenario, sizes, notCompared)] },
  };
};

/** Returns everything that adoption freezes as one canonical text: the decision, every figure used, every fee and its lines. */
export const sealedContent = (
  { scenarioId, title, year, formula, costs, size, budget }: Pick<Scenario, 'scenarioId'> & ScenarioInput,
  { rows, total, payers, withoutFigures }: Outcome,
): string =>
  canonicalJson({ scenarioId, title, year, formula, costs, size, budget, rows, total, payers, withoutFigures });
