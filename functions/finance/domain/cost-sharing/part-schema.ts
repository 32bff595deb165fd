import * as z from 'zod';
import {
  amountSchema,
  bandsOf,
  boundSchema,
  percentSchema,
  priceSchema,
  signedAmountSchema,
  titleSchema,
  upToSchema,
  weightSchema,
} from './amounts.ts';
import { whenSchema } from './condition.ts';
import { figureSchema, formulaNameSchema } from './figures.ts';
import { type PartGuard, partGuardSchema } from './guard-schema.ts';

const bandKey = z.strictObject({
  by: z.literal('bands'),
  ...figureSchema.shape,
  bands: bandsOf(z.strictObject({ upTo: upToSchema, weight: weightSchema })),
});
// The keys have names because they stand in the key of a part and in that of each case.
const plainKeys = [
  z.strictObject({ by: z.literal('equal') }),
  z.strictObject({ by: z.literal('figure'), ...figureSchema.shape }).meta({ id: 'ShareByFigure' }),
  bandKey.meta({ id: 'ShareByBands' }),
] as const;
const plainKey = z.discriminatedUnion('by', plainKeys);
export type PlainKey = z.infer<typeof plainKey>;

/**
 * The key by which a whole is shared: equally, by a figure, by the weight of a figure's band, or by different keys for each class of
 * members (Jisc: universities by bands of income, institutes by bands of staff). The first matching case applies; a member without a
 * case bears nothing.
 */
const shareKeySchema = z.discriminatedUnion('by', [
  ...plainKeys,
  z.strictObject({
    by: z.literal('cases'),
    cases: z
      .array(z.strictObject({ when: whenSchema.exactOptional(), key: plainKey }))
      .min(1)
      .max(10),
  }),
]);
export type ShareKey = z.infer<typeof shareKeySchema>;

/** A one-off fee: only in the first year of a membership, or only in one year. */
const onceSchema = z.union([z.literal('joining'), z.int().min(1900).max(2200)]).meta({ id: 'OneOff' });

const always = {
  title: titleSchema,
  /** Only members that opted in pay (PALCI's second pool). */
  onlyOptedInto: formulaNameSchema.exactOptional(),
  /** The members that it applies to; all by default. */
  when: whenSchema.exactOptional(),
  once: onceSchema.exactOptional(),
  /** The guards of this part, before it is added to the others. */
  guards: z.array(partGuardSchema).min(1).max(5).meta({ id: 'FormulaPartGuards' }).exactOptional(),
};

const tier = z
  .strictObject({ upTo: upToSchema, percent: percentSchema.exactOptional(), price: priceSchema.exactOptional() })
  .refine(({ percent, price }) => (percent === undefined) !== (price === undefined), {
    message: 'A tier has a percentage of what lies in it, or a price for each unit.',
  });
const ofOneSort = (tiers: readonly { price?: string | undefined }[]): boolean =>
  new Set(tiers.map(({ price }) => price === undefined)).size === 1;

const simpleParts = [
  /** Each pays the same; a negative amount is given to each. */
  z.strictObject({ kind: z.literal('fixed'), ...always, amount: signedAmountSchema }),
  /** A price per unit of a figure, in units of the currency (MnPALS, 3 dollars for each full-year equivalent). */
  z.strictObject({ kind: z.literal('per-unit'), ...always, ...figureSchema.shape, price: priceSchema }),
  /**
   * A percentage of a figure that is money (Evergreen Indiana), or a price per unit of a counted one: each tier's rate on its part
   * (marginal), or the reached tier's rate on everything (flat).
   */
  z.strictObject({
    kind: z.literal('tiers'),
    ...always,
    ...figureSchema.shape,
    method: z.enum(['marginal', 'flat']),
    tiers: bandsOf(tier).refine(ofOneSort, 'All tiers have a percentage, or all have a price.'),
  }),
  /** The amount of a figure's band (Jisc). */
  z.strictObject({
    kind: z.literal('bands'),
    ...always,
    ...figureSchema.shape,
    bands: bandsOf(z.strictObject({ upTo: upToSchema, amount: signedAmountSchema })),
  }),
  /** An amount for members with, or without, a flag (MnPALS, no certified staff). */
  z.strictObject({
    kind: z.literal('flag'),
    ...always,
    flag: formulaNameSchema,
    is: z.boolean(),
    amount: signedAmountSchema,
  }),
  /**
   * The whole amount for a member that reaches the largest size, and for others the proportion given by the nearest of its limits
   * (NOBLE). Above a limit it is the whole amount, or refused when the formula covers only members within it.
   */
  z.strictObject({
    kind: z.literal('prorated'),
    ...always,
    amount: amountSchema,
    limits: z
      .array(
        z.strictObject({
          ...figureSchema.shape,
          full: boundSchema.refine((full) => full > 0, 'A limit is above zero.'),
        }),
      )
      .min(1)
      .max(10),
    beyond: z.enum(['whole', 'refused']).exactOptional(),
  }),
  /** A share of a known total cost, with a surcharge for overhead and contingency (NC Cardinal, SIG, PALCI). */
  z.strictObject({
    kind: z.literal('share'),
    ...always,
    cost: formulaNameSchema,
    percent: percentSchema.default('100'),
    addPercent: percentSchema.default('0'),
    key: shareKeySchema,
    /** The total is not a cost but a grant or other income: each share is deducted from the fee (subsidy). */
    takenOff: z.literal(true).exactOptional(),
  }),
] as const;

/** A single part. It has a name because the API uses it in many places. */
const simplePartSchema = z.discriminatedUnion('kind', simpleParts).meta({ id: 'FormulaPart' });
export type SimplePart = z.infer<typeof simplePartSchema>;

/** Payers are only reported for whole parts and fees: a nested part may not be the one that is paid. */
const namesNoPayer = (parts: readonly { guards?: readonly PartGuard[] | undefined }[]): boolean =>
  parts.every(({ guards = [] }) => guards.every(({ borne }) => borne.bornBy !== 'payer'));
const NO_PAYER = 'A guard of a part within another has no payer of its own.';

/** Parts that are summed to one line, to be guarded together or used as an alternative. */
const sumOfSchema = z.strictObject({
  kind: z.literal('sum-of'),
  ...always,
  parts: z.array(simplePartSchema).min(1).max(10).refine(namesNoPayer, NO_PAYER),
});
const held = z
  .array(z.discriminatedUnion('kind', [simplePartSchema, sumOfSchema]))
  .min(2)
  .max(6)
  .refine(namesNoPayer, NO_PAYER);

/** A part of a fee; a member's fee is the sum of its parts. The kinds are those of the published formulas. */
export const partSchema = z.discriminatedUnion('kind', [
  simplePartSchema,
  sumOfSchema,
  /** The greatest of its parts that apply to the member; a member without any has no line. */
  z.strictObject({ kind: z.literal('max-of'), ...always, parts: held }),
  /** The least of its parts. */
  z.strictObject({ kind: z.literal('min-of'), ...always, parts: held }),
]);
export type Part = z.infer<typeof partSchema>;
