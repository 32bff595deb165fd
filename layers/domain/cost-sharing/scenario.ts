import * as z from 'zod';
import { canonicalJson } from '../canonical-json.ts';
import { type Cliff, largerPaysLess } from './compare-fees.ts';
import { type Fee, type Fees, feesSchema, reckonFees } from './fees.ts';
import { figureSchema, formulaNameSchema, type MemberFigures, memberFiguresSchema } from './figures.ts';
import { formulaSchema } from './formula.ts';
import type { FormulaRefusal } from './reckoning.ts';

/** What somebody did: when, and the actor's name. */
export const actSchema = z.strictObject({ at: z.string(), by: z.string() });
export type Act = z.infer<typeof actSchema>;

/** A scenario as it is wished: which formula for which year, with which whole costs (minor units), and by what size it is judged. */
export const scenarioWishSchema = z.strictObject({
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
export type ScenarioWish = z.infer<typeof scenarioWishSchema>;

/** The decision by which a scenario was adopted, what it came to, and the seal (SHA-256, hex) over all that was frozen. */
const adoptionSchema = z.strictObject({
  ...actSchema.shape,
  decisionReference: z.string(),
  seal: z.string(),
  members: z.number().int(),
  total: z.number().int(),
  payers: feesSchema.shape.payers,
});

/** A scenario without its fees. `preparers` are all who made or changed it: none of them approves it. */
export const scenarioSchema = z.strictObject({
  scenarioId: z.string(),
  ...scenarioWishSchema.shape,
  state: z.enum(['draft', 'adopted']),
  made: actSchema,
  changed: actSchema.exactOptional(),
  preparers: z.array(z.string()),
  adopted: adoptionSchema.exactOptional(),
  v: z.number().int(),
});
export type Scenario = z.infer<typeof scenarioSchema>;

/** What the consortium knows of a member for its fees; who is not to take part (it has left) stays known, and pays nothing. */
export const keptFiguresSchema = z.strictObject({
  ...memberFiguresSchema.shape,
  takesPart: z.boolean().default(true),
  changed: actSchema,
  v: z.number().int(),
});
export type KeptFigures = z.infer<typeof keptFiguresSchema>;

/** A member's fee with the figures that it was reckoned from. */
export type ScenarioRow = { figures: MemberFigures; fee: Fee };
/** A scenario's outcome: rows by member id, the sum, and what payers beside the members pay. */
export type Outcome = { rows: ScenarioRow[]; total: number; payers: Fees['payers'] };

const plainFigures = ({ takesPart: _t, changed: _c, v: _v, ...figures }: KeptFigures): MemberFigures => figures;

/** The fees of a draft from the figures as they stand. Refuses what `reckonFees` does. */
export const reckonScenario = (
  { formula, year, costs }: ScenarioWish,
  kept: readonly KeptFigures[],
): Outcome | { refused: FormulaRefusal[] } => {
  const members = kept.filter(({ takesPart }) => takesPart).map(plainFigures);
  const fees = reckonFees({ formula, year, members, costs });
  if ('refused' in fees) return fees;
  const figuresOf = new Map(members.map((figures) => [figures.memberId, figures]));
  const rows = fees.fees.flatMap((fee): ScenarioRow[] => {
    const figures = figuresOf.get(fee.memberId);
    return figures ? [{ figures, fee }] : [];
  });
  return { rows, total: fees.total, payers: fees.payers };
};

/** An outcome as fees, to be compared and warned of. */
export const feesOf = ({ formula, year }: ScenarioWish, { rows, total, payers }: Outcome): Fees => ({
  ...{ formula: formula.name, year, currency: formula.currency },
  ...{ fees: rows.map(({ fee }) => fee), total, payers },
});

/** Where a larger member pays less than a smaller one, by the size that the scenario names; nothing where it names none. */
export const warningsOf = (scenario: ScenarioWish, outcome: Outcome): Cliff[] =>
  scenario.size === undefined
    ? []
    : largerPaysLess(
        feesOf(scenario, outcome),
        outcome.rows.map(({ figures }) => figures),
        scenario.size,
      );

/** All that adoption freezes as the one text that stands for it: what was decided, every figure used, every fee and its lines. */
export const sealedContent = (
  { scenarioId, title, year, formula, costs, size }: Pick<Scenario, 'scenarioId'> & ScenarioWish,
  { rows, total, payers }: Outcome,
): string => canonicalJson({ scenarioId, title, year, formula, costs, size, rows, total, payers });

/** Why a scenario cannot be adopted. */
export type AdoptionRefusal = {
  code: 'not-draft' | 'preparer-approves' | 'nobody-pays' | 'changed-meanwhile';
  detail: string;
};

/**
 * Whether a scenario may be adopted by somebody: a draft, by none of those who prepared it or a figure of it (finance.md
 * section 7, preparer and approver), with the very content (`seal`) that the approver saw.
 */
export const refuseAdoption = (
  { state, preparers, v }: Pick<Scenario, 'state' | 'preparers' | 'v'>,
  wish: { by: string; v: number; seal: string },
  found: { seal: string; members: number; figuresBy: readonly string[] },
): AdoptionRefusal | undefined => {
  if (state !== 'draft') return { code: 'not-draft', detail: 'It was adopted already.' };
  if (preparers.includes(wish.by))
    return { code: 'preparer-approves', detail: 'Who made or changed it does not adopt it.' };
  if (found.figuresBy.includes(wish.by))
    return { code: 'preparer-approves', detail: 'Who set a figure of it does not adopt it.' };
  if (found.members === 0) return { code: 'nobody-pays', detail: 'No member takes part in it.' };
  if (v !== wish.v || found.seal !== wish.seal)
    return { code: 'changed-meanwhile', detail: 'It, or a figure of it, is no longer as you saw it: look again.' };
  return undefined;
};
