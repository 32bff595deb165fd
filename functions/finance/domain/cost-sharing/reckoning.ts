import * as z from 'zod';
import type { Exact } from '../../../../layers/kernel/money/exact.ts';

/** The figure behind a line, so that a reader of the fee can recalculate it. */
export const basisSchema = z.strictObject({ figure: z.string(), value: z.string(), rule: z.string().exactOptional() });
export type Basis = z.infer<typeof basisSchema>;

/** A member's amount of a part, exact in units of the currency. */
export type PartLine = { amount: Exact; basis?: Basis };

/** The lines of the members that a part applies to, by member; or why they cannot be calculated. */
export type Reckoned = ReadonlyMap<string, PartLine> | { refused: FormulaRefusal[] };

/**
 * The reason why a fee cannot be calculated: a figure that a member has not reported, that is too old, that another is
 * divided by and is zero, or that no band or limit covers; a missing cost, no weight to share by, a negative fee, or an amount too large to be exact.
 */
export const formulaRefusalSchema = z.strictObject({
  code: z.enum([
    'figure-missing',
    'figure-too-old',
    'figure-zero',
    'beyond-bands',
    'cost-missing',
    'nothing-to-share-by',
    'cannot-balance',
    'below-nothing',
    'too-large',
  ]),
  detail: z.string(),
  /** The member, figure, cost or title of the refusal, so that it can be worded in any language. */
  params: z.record(z.string(), z.string()),
});
export type FormulaRefusal = z.infer<typeof formulaRefusalSchema>;

/**
 * The input common to all parts: the year and the month in which it begins, decimals of the currency, and the total costs by name (minor
 * units).
 */
export type Reckoning = {
  year: number;
  yearStartsIn?: number;
  minorDigits: number;
  costs: Readonly<Record<string, number>>;
};
