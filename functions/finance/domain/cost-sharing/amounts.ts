import * as z from 'zod';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { figureValueSchema } from './figures.ts';

/** The name of a part, a guard or a formula on the fee. */
export const titleSchema = oneLine(200);

/** A non-negative decimal as text, so that it is exact. */
const decimal = z.string().regex(/^\d{1,12}(?:\.\d{1,10})?$/, 'A decimal such as 0.725, of ten places at most.');

/** A price per unit, in units of the currency regardless of its decimals; a negative one is a rebate. */
export const priceSchema = z
  .string()
  .regex(/^-?\d{1,12}(?:\.\d{1,10})?$/, 'A decimal such as 0.40 or -0.40, of ten places at most.');

/** A percentage, 1000 at most. */
export const percentSchema = decimal.refine((text) => Number(text) <= 1000, 'A percentage is 1000 at most.');
/** A percentage of a whole, 100 at most. */
export const shareSchema = percentSchema.refine((text) => Number(text) <= 100, 'No more than the whole.');

/** Minor units of the formula's currency, not negative. */
export const amountSchema = z.int().min(0).max(1e13);
/** Minor units, possibly negative: a discount (LAS:eR has them for quantity, early payment and several years). */
export const signedAmountSchema = z.int().min(-1e13).max(1e13);

/** A bound is compared with figures and has their format. */
export const boundSchema = figureValueSchema;
/** The upper bound of a band, inclusive. */
export const upToSchema = boundSchema.exactOptional();

/** The weight of a band: decimals too, for multipliers of band midpoints (Jisc). */
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

/** Bands of a figure, each up to its bound (inclusive). When the last has a bound too, figures above it are not covered. */
export const bandsOf = <T extends z.ZodType<Bounded>>(band: T) =>
  z.array(band).min(1).max(50).refine(rising, 'Bounds rise from band to band, and the last band alone may have none.');
