import * as z from 'zod';
import type { Exact } from '../../../../layers/kernel/money/exact.ts';

/** On what figure a line rests, so that whoever reads the fee can reckon it again. */
export const basisSchema = z.strictObject({ figure: z.string(), value: z.string(), rule: z.string().exactOptional() });
export type Basis = z.infer<typeof basisSchema>;

/** A member's amount of a part, exact in units of the currency. */
export type PartLine = { amount: Exact; basis?: Basis };

/** The lines of those whom a part concerns, by member; or why they cannot be reckoned. */
export type Reckoned = ReadonlyMap<string, PartLine> | { refused: FormulaRefusal[] };

/**
 * Why a fee cannot be reckoned: a figure that a member has not reported, or too long ago, or that no band or limit reaches; a cost
 * that was not given, nothing to share by, a fee below nothing, or an amount too large to be held to the minor unit.
 */
export const formulaRefusalSchema = z.strictObject({
  code: z.enum([
    'figure-missing',
    'figure-too-old',
    'beyond-bands',
    'cost-missing',
    'nothing-to-share-by',
    'cannot-balance',
    'below-nothing',
    'too-large',
  ]),
  detail: z.string(),
  /** Of whom, which figure, cost or title it is said, so that it can be said in any language. */
  params: z.record(z.string(), z.string()),
});
export type FormulaRefusal = z.infer<typeof formulaRefusalSchema>;

/**
 * What all parts are reckoned with: the year and the month that it begins in, decimals of the currency, and the whole costs by
 * name (minor units).
 */
export type Reckoning = {
  year: number;
  yearStartsIn?: number;
  minorDigits: number;
  costs: Readonly<Record<string, number>>;
};
