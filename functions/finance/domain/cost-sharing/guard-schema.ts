import * as z from 'zod';
import { amountSchema, percentSchema, shareSchema, titleSchema } from './amounts.ts';
import { whenSchema } from './condition.ts';
import { formulaNameSchema } from './figures.ts';

/** Who bears what a guard takes off one member: the others in proportion to their fees, nobody (income is less), or a payer by name. */
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
  /** Whom it is for: it leaves the fees of others as they are, but for what they bear. */
  when: whenSchema.exactOptional(),
};

/** No less than this, of those whom it is for (minimum fee); of 0, a discount gives nobody money. */
const minimum = z.strictObject({ kind: z.literal('minimum'), ...guarded, amount: amountSchema });
/** No more than this (maximum fee). */
const maximum = z.strictObject({ kind: z.literal('maximum'), ...guarded, amount: amountSchema });
/** What of the fee is paid in the first years of membership, in per cent; all of it after them (Evergreen Indiana, NC Cardinal). */
const phaseIn = z.strictObject({
  kind: z.literal('phase-in'),
  ...guarded,
  percents: z.array(percentSchema).min(1).max(10),
});
/** A part of the fee that somebody else pays; for those of whom the flag is true, where one is named (Evergreen Indiana's grants). */
const subsidy = z.strictObject({
  kind: z.literal('subsidy'),
  ...guarded,
  percent: shareSchema,
  flag: formulaNameSchema.exactOptional(),
});
/** In the year of joining a twelfth for each month of membership, the month of joining with it (partial years). */
const byMonth = z.strictObject({ kind: z.literal('by-month'), ...guarded });
/** To a multiple of `unit` minor units, as fees are published: up, down, or to the nearest, halves up. */
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
/** By how much a fee may rise and fall against the year before, in per cent of that (caps on yearly change). */
const yearlyChange = z.strictObject({
  kind: z.literal('yearly-change'),
  ...guarded,
  up: percentSchema.exactOptional(),
  down: percentSchema.refine((text) => Number(text) <= 100, 'No fee falls below nothing.').exactOptional(),
});
/**
 * From the old fee to this formula's in `years` equal steps, the first of them in `from`: in its last year, and after it, the fee
 * is the formula's (phase-in of a new formula).
 */
const transition = z.strictObject({
  kind: z.literal('transition'),
  ...guarded,
  from: z.int().min(1900).max(2200),
  years: z.int().min(2).max(20),
});

/** What may be done to one part by itself: what is held against the year before is a whole fee, and no part. */
export const partGuardSchema = z
  .discriminatedUnion('kind', [minimum, maximum, phaseIn, subsidy, byMonth, roundTo])
  .meta({ id: 'FormulaPartGuard' });
export type PartGuard = z.infer<typeof partGuardSchema>;

/** What is done to a fee when it is reckoned, one after another as listed (guards). */
export const guardSchema = z
  .discriminatedUnion('kind', [partGuardSchema, yearlyChange, transition])
  .meta({ id: 'FormulaGuard' });
export type Guard = z.infer<typeof guardSchema>;
