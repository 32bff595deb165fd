import * as z from 'zod';

const counted = z.number().int();

/**
 * A boundary at which a tariff falls: a member with the larger value of a figure would pay less than one with the smaller value that is
 * the same in everything else. Fees are in minor units.
 */
export const tariffDropSchema = z.strictObject({
  figure: z.string(),
  smallerSize: z.string(),
  smallerFee: counted,
  largerSize: z.string(),
  largerFee: counted,
  /** The class of members: its flags, what it opted into, and its year of joining where that matters. */
  flags: z.array(z.string()),
  optedInto: z.array(z.string()),
  joined: counted.exactOptional(),
  /** The values of the other figures. */
  others: z.record(z.string(), z.string()),
});
export type TariffDrop = z.infer<typeof tariffDropSchema>;

/** The check of a tariff beyond the current members: by which figures, for how many classes, at how many values, and where it falls. */
export const tariffCheckSchema = z
  .strictObject({
    figures: z.array(z.string()),
    classes: counted,
    points: counted,
    /** The largest falls, one for each boundary of a figure. */
    drops: z.array(tariffDropSchema),
    moreDrops: counted,
  })
  .meta({ id: 'TariffCheck' });
export type TariffCheck = z.infer<typeof tariffCheckSchema>;

/**
 * What was not checked: what others bear for a guard, a guard that compares with the previous year, between the steps of a rounded
 * figure, where the quotient of two figures reaches a bound, a share in which no member has a
 * part (its slope alone was checked), classes or values too many to check all, a size that the formula does not use (compared for the
 * current members only), and a member without another of the same figures.
 */
export const uncheckedSchema = z
  .strictObject({
    code: z.enum([
      'borne-by-others',
      'previous-year',
      'rounded-figure',
      'quotient',
      'share-without-members',
      'classes',
      'combinations',
      'size-not-in-formula',
      'member-alone',
    ]),
    params: z.record(z.string(), z.string()),
  })
  .meta({ id: 'Unchecked' });
export type Unchecked = z.infer<typeof uncheckedSchema>;
