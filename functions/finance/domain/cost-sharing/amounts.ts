import * as z from 'zod';
import { figureValueSchema } from './figures.ts';

/** What a part, a guard or a formula is called on the fee. */
export const titleSchema = z.string().trim().min(1).max(200);

/** A decimal written as text, so that it is exact; nothing below zero. */
const decimal = z.string().regex(/^\d{1,12}(?:\.\d{1,10})?$/, 'A decimal such as 0.725, of ten places at most.');

/** A price for each unit, in units of the currency whatever its decimals; below zero it is a rebate. */
export const priceSchema = z
  .string()
  .regex(/^-?\d{1,12}(?:\.\d{1,10})?$/, 'A decimal such as 0.40 or -0.40, of ten places at most.');

/** A percentage, 1000 at most. */
export const percentSchema = decimal.refine((text) => Number(text) <= 1000, 'A percentage is 1000 at most.');
/** A percentage of a whole, 100 at most. */
export const shareSchema = percentSchema.refine((text) => Number(text) <= 100, 'No more than the whole.');

/** Minor units of the formula's currency, nothing below zero. */
export const amountSchema = z.int().min(0).max(1e13);
/** The same, or below zero: a discount (LAS:eR knows them for quantity, early payment and several years). */
export const signedAmountSchema = z.int().min(-1e13).max(1e13);

/** A bound is compared with figures, so it is written as they are. */
export const boundSchema = figureValueSchema;
/** Up to where a band reaches, the bound with it. */
export const upToSchema = boundSchema.exactOptional();

/** The weight of a band: decimals too, for multipliers of band midpoints are (Jisc). */
export const weightSchema = z
  .number()
  .min(0)
  .max(1e6)
  .refine((value) => /^\d+(?:\.\d{1,6})?$/.test(String(value)), 'A weight has six decimals at most.');

type Bounded = { upTo?: number | undefined };

const rising = (bands: readonly Bounded[]): boolean =>
  bands.every(({ upTo }, at) => {
    if (upTo === undefined) return at === bands.length - 1;
    return at === 0 || upTo > (bands[at - 1]?.upTo ?? Number.POSITIVE_INFINITY);
  });

/** Bands of a figure, each up to its bound (included). Where the last has one too, what lies beyond it was never agreed on. */
export const bandsOf = <T extends z.ZodType<Bounded>>(band: T) =>
  z.array(band).min(1).max(50).refine(rising, 'Bounds rise from band to band, and the last band alone may have none.');
