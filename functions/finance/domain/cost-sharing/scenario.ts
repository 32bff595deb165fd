import * as z from 'zod';
import { byId } from '../../../../layers/kernel/money/split.ts';
import { canonicalJson } from '../../../../layers/kernel/text/canonical-json.ts';
import { cliffSchema, largerPaysLess } from './compare-fees.ts';
import { type Fee, type Fees, feesSchema, reckonFees } from './fees.ts';
import { figureSchema, formulaNameSchema, type MemberFigures, memberFiguresSchema } from './figures.ts';
import { formulaSchema } from './formula.ts';
import { monthsClosedSchema } from './months-closed.ts';
import type { FormulaRefusal } from './reckoning.ts';
import { sizesOf } from './sizes.ts';

/** What somebody did: when, and the actor's name. */
export const actSchema = z.strictObject({ at: z.string(), by: z.string() });
export type Act = z.infer<typeof actSchema>;

/** A scenario as it is wished: which formula for which year, with which whole costs (minor units), and by what size it is judged. */
export const scenarioInputSchema = z.strictObject({
  title: z.string().trim().min(1).max(200),
  year: z.int().min(1900).max(2200),
  formula: formulaSchema,
  costs: z
    .record(formulaNameSchema, z.int().min(0).max(1e13))
    .refine((costs) => Object.keys(costs).length <= 50, 'At most 50 costs.')
    .default({}),
  /** By what it is warned of larger members that pay less. */
  size: figureSchema.exactOptional(),
});
export type ScenarioInput = z.infer<typeof scenarioInputSchema>;

/**
 * What an approver must have seen: a larger member pays less, nobody can say whether one does, members have no figures and so no
 * fee, another scenario stays in force beside it and is billed too, or months of its year have their statements written already.
 */
export const concernSchema = z.enum([
  'larger-pays-less',
  'not-checked',
  'without-figures',
  'beside-others',
  'months-closed',
]);
export type Concern = z.infer<typeof concernSchema>;

/** The decision by which a scenario was adopted, what it came to, and the seal (SHA-256, hex) over all that was frozen. */
const adoptionSchema = z.strictObject({
  ...actSchema.shape,
  decisionReference: z.string(),
  seal: z.string(),
  members: z.number().int(),
  total: z.number().int(),
  payers: feesSchema.shape.payers,
  /** Which scenarios of its year it takes the place of. Not there where it was adopted before that was asked: then those of its formula. */
  replaces: z.array(z.string()).exactOptional(),
  /** What the approver was warned of, and took upon itself. */
  acknowledged: z.array(concernSchema).exactOptional(),
  /** Members of the consortium that had no figures, and so no part in it; sealed with it. */
  withoutFigures: z.array(z.string()).exactOptional(),
  /** Months that it came too late for, and what of the fees falls to them. */
  monthsClosed: monthsClosedSchema.exactOptional(),
});

/** A scenario without its fees. `preparers` are all who made or changed it: none of them approves it. */
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

/** What the consortium knows of a member for its fees; who is not to take part (it has left) stays known, and pays nothing. */
export const reportedFiguresSchema = z.strictObject({
  ...memberFiguresSchema.shape,
  takesPart: z.boolean().default(true),
  changed: actSchema,
  /** Whose each value is, by its name (`figure/population/2025`, `takesPart`): whoever set one that counts does not adopt. */
  setBy: z.record(z.string(), z.string()).exactOptional(),
  v: z.number().int(),
});
export type ReportedFigures = z.infer<typeof reportedFiguresSchema>;

/** A member's fee with the figures that it was reckoned from. */
export type ScenarioRow = { figures: MemberFigures; fee: Fee };
/** A scenario's outcome: rows by member id, the sum, what payers beside the members pay, and which members have no figures. */
export type Outcome = {
  rows: ScenarioRow[];
  total: number;
  payers: Fees['payers'];
  withoutFigures?: readonly string[];
};

/** What a draft is reckoned from besides its members' figures: all members there are, and what they paid by what was adopted the year before. */
export type DraftBasis = { members: readonly string[]; feesBefore: ReadonlyMap<string, number> };
const emptyBasis: DraftBasis = { members: [], feesBefore: new Map() };

const plainFigures = ({ takesPart: _t, changed: _c, setBy: _s, v: _v, ...figures }: ReportedFigures): MemberFigures =>
  figures;

/** Whether a formula holds fees against those of the year before. */
export const looksBack = ({ guards }: ScenarioInput['formula']): boolean =>
  guards.some(({ kind }) => kind === 'yearly-change' || kind === 'transition');

/** What was adopted is known better than what was typed: where it says what a member paid, that counts. */
const withFeeBefore = (figures: MemberFigures, { feesBefore }: DraftBasis): MemberFigures => {
  const feeBefore = feesBefore.get(figures.memberId);
  return feeBefore === undefined ? figures : { ...figures, feeBefore };
};

/**
 * The fees of a draft from the figures as they stand, and which of the consortium's members have none. A formula that looks back
 * takes the fees of the year before from what was adopted, where that is known. Refuses what `reckonFees` does.
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

/** An outcome as fees, to be compared and warned of. */
export const feesOf = ({ formula, year }: ScenarioInput, { rows, total, payers }: Outcome): Fees => ({
  ...{ formula: formula.name, year, currency: formula.currency },
  ...{ fees: rows.map(({ fee }) => fee), total, payers },
});

/** Whether a formula was checked for larger members that pay less, by which figures, and where they do. */
export const checkSchema = z.strictObject({
  /** The size that the scenario names, or the figures of its formula. None: it reckons by no figure, and nobody can say. */
  checkedBy: z.array(z.string()),
  warnings: z.array(cliffSchema),
});

/** Where a larger member pays less than a smaller one, by the size that the scenario names, or else by the figures that its formula reckons by. */
export const warningsOf = (scenario: ScenarioInput, outcome: Outcome): z.infer<typeof checkSchema> => {
  const sizes = scenario.size === undefined ? sizesOf(scenario.formula) : [scenario.size];
  const members = outcome.rows.map(({ figures }) => figures);
  const warnings = sizes.length > 0 ? largerPaysLess(feesOf(scenario, outcome), members, sizes) : [];
  return { checkedBy: sizes.map(({ figure }) => figure), warnings };
};

/** All that adoption freezes as the one text that stands for it: what was decided, every figure used, every fee and its lines. */
export const sealedContent = (
  { scenarioId, title, year, formula, costs, size }: Pick<Scenario, 'scenarioId'> & ScenarioInput,
  { rows, total, payers, withoutFigures }: Outcome,
): string => canonicalJson({ scenarioId, title, year, formula, costs, size, rows, total, payers, withoutFigures });
