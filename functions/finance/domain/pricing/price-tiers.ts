import * as z from 'zod';

const decimal = z.string().regex(/^\d{1,9}(\.\d{1,12})?$/);

/** A price holds up to `upTo` billed units of the month in all; the last tier has no end. */
const tierSchema = z.strictObject({ upTo: z.int().positive().optional(), price: decimal });

const rising = (tiers: { upTo?: number | undefined }[]): boolean =>
  tiers.every(({ upTo }, at) => {
    if (at === tiers.length - 1) return upTo === undefined;
    return upTo !== undefined && upTo > (tiers[at - 1]?.upTo ?? 0);
  });

/** The tiers of a price: their borders rise, and only the last one is without end. */
export const tiersSchema = z
  .array(tierSchema)
  .min(1)
  .max(20)
  .refine(rising, 'Tiers must rise, and only the last one is without end');

/** How many billed units a price is for. */
export const perSchema = z.int().positive();
