import * as z from 'zod';
import { amountSchema, percentSchema, shareSchema, titleSchema } from './amounts.ts';
import { whenSchema } from './condition.ts';
import { formulaNameSchema } from './figures.ts';

/** The party that pays a reduction by a guard: the other members in proportion to their fees, nobody (income is less), or a named payer. */
const bearer = z
  .discriminatedUnion('bornBy', [
    z.strictObject({ bornBy: z.literal('others') }),
    z.strictObject({ bornBy: z.literal('nobody') }),
    z.strictObject({ bornBy: z.literal('payer'), payer: formulaNameSchema }),
  ])
  .meta({ id: 'CostBearer' });

const guarded = {
  title: titleSchema,
  borne: bearer.default({ bornBy: 'nobody' }),
  /** The members that it applies to: it changes the fees of others only by what they bear. */
  when: whenSchema.exactOptional(),
};

/** A lower limit for the members that it applies to (minimum fee); with 0, a discount gives nobody money. */
const minimum = z.strictObject({ kind: z.literal('minimum'), ...guarded, amount: amountSchema });
/** An upper limit (maximum fee). */
const maximum = z.strictObject({ kind: z.literal('maximum'), ...guarded, amount: amountSchema });
/** The percentages of the fee in the first years of membership; the whole fee afterwards (Evergreen Indiana, NC Cardinal). */
const phaseIn = z.strictObject({
  kind: z.literal('phase-in'),
  ...guarded,
  percents: z.array(percentSchema).min(1).max(10),
});
/** A part of the fee that another party pays; for members with the flag, when one is named (Evergreen Indiana's grants). */
const subsidy = z.strictObject({
  kind: z.literal('subsidy'),
  ...guarded,
  percent: shareSchema,
  flag: formulaNameSchema.exactOptional(),
});
/** A fixed amount off the fee, at most the whole of it: no member is given money. */
const discount = z.strictObject({ kind: z.literal('discount'), ...guarded, amount: amountSchema });
/** In the year of joining a twelfth for each month of membership, including the month of joining (partial years). */
const byMonth = z.strictObject({ kind: z.literal('by-month'), ...guarded });
/** Rounds to a multiple of `unit` minor units, as fees are published: up, down, or to the nearest, halves up. */
const roundTo = z.strictObject({
  kind: z.literal('round-to'),
  ...guarded,
  unit: z.int().min(1).max(1e9),
  mode: z.enum(['nearest', 'up', 'down']).exactOptional(),
  borne: z
    .discriminatedUnion('bornBy', [
      z.strictObject({ bornBy: z.literal('nobody') }),
      z.strictObject({ bornBy: z.literal('payer'), payer: formulaNameSchema }),
    ])
    .default({ bornBy: 'nobody' }),
});
/** The limits of a fee's rise and fall against the previous year, in per cent of that (caps on yearly change). */
const yearlyChange = z.strictObject({
  kind: z.literal('yearly-change'),
  ...guarded,
  up: percentSchema.exactOptional(),
  down: percentSchema.refine((text) => Number(text) <= 100, 'No fee falls below nothing.').exactOptional(),
});
/**
 * From the old fee to this formula's in `years` equal steps, the first of them in `from`: in its last year and afterwards, the fee is
 * the formula's (phase-in of a new formula).
 */
const transition = z.strictObject({
  kind: z.literal('transition'),
  ...guarded,
  from: z.int().min(1900).max(2200),
  years: z.int().min(2).max(20),
});

/** The guards of a single part: comparisons with the previous year apply only to whole fees. */
export const partGuardSchema = z
  .discriminatedUnion('kind', [minimum, maximum, phaseIn, subsidy, discount, byMonth, roundTo])
  .meta({ id: 'FormulaPartGuard' });
export type PartGuard = z.infer<typeof partGuardSchema>;

/** The changes of a calculated fee, in the listed order (guards). */
export const guardSchema = z
  .discriminatedUnion('kind', [partGuardSchema, yearlyChange, transition])
  .meta({ id: 'FormulaGuard' });
export type Guard = z.infer<typeof guardSchema>;
