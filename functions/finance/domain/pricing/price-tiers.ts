import * as z from 'zod';

const decimal = z.string().regex(/^\d{1,9}(\.\d{1,12})?$/);

/** A price applies up to `upTo` total billed units of the month; the last tier is unlimited. */
const tierSchema = z.strictObject({ upTo: z.int().positive().optional(), price: decimal });

const rising = (tiers: { upTo?: number | undefined }[]): boolean =>
  tiers.every(({ upTo }, at) => {
    if (at === tiers.length - 1) return upTo === undefined;
    return upTo !== undefined && upTo > (tiers[at - 1]?.upTo ?? 0);
  });

/** The tiers of a price: their bounds increase, and only the last one is unlimited. */
export const tiersSchema = z
  .array(tierSchema)
  .min(1)
  .max(20)
  .refine(rising, 'Tiers must rise, and only the last one is without end');

/** The number of billed units of a price. */
export const perSchema = z.int().positive();
