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
const plainKeys = [
  z.strictObject({ by: z.literal('equal') }),
  z.strictObject({ by: z.literal('figure'), ...figureSchema.shape }),
  bandKey,
] as const;
const plainKey = z.discriminatedUnion('by', plainKeys);
export type PlainKey = z.infer<typeof plainKey>;

/**
 * By what a whole is shared: all alike, by a figure, by the weight of the band that a figure falls into, or by another of these
 * for each class of members (Jisc: universities by bands of income, institutes by bands of staff). Of cases the first that holds
 * counts; whom none concerns bears nothing.
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

/** A one-off: in the first year of a membership alone, or in one year alone. */
const onceSchema = z.union([z.literal('joining'), z.int().min(1900).max(2200)]).meta({ id: 'OneOff' });

const always = {
  title: titleSchema,
  /** Only those pay who opted into it (PALCI's second pool). */
  onlyOptedInto: formulaNameSchema.exactOptional(),
  /** Whom it is for; all where nothing is said. */
  when: whenSchema.exactOptional(),
  once: onceSchema.exactOptional(),
  /** What is done to this part by itself, before it is added to the others. */
  guards: z.array(partGuardSchema).min(1).max(5).exactOptional(),
};

const tier = z
  .strictObject({ upTo: upToSchema, percent: percentSchema.exactOptional(), price: priceSchema.exactOptional() })
  .refine(({ percent, price }) => (percent === undefined) !== (price === undefined), {
    message: 'A tier has a percentage of what lies in it, or a price for each unit.',
  });
const ofOneSort = (tiers: readonly { price?: string | undefined }[]): boolean =>
  new Set(tiers.map(({ price }) => price === undefined)).size === 1;

const simpleParts = [
  /** Each pays the same; below zero, each is given it. */
  z.strictObject({ kind: z.literal('fixed'), ...always, amount: signedAmountSchema }),
  /** So much for each unit of a figure, in units of the currency (MnPALS, 3 dollars for each full-year equivalent). */
  z.strictObject({ kind: z.literal('per-unit'), ...always, ...figureSchema.shape, price: priceSchema }),
  /**
   * A percentage of a figure that is money (Evergreen Indiana), or a price for each unit of one that is counted: each tier's on
   * what lies in it (marginal), or the reached tier's on all (flat).
   */
  z.strictObject({
    kind: z.literal('tiers'),
    ...always,
    ...figureSchema.shape,
    method: z.enum(['marginal', 'flat']),
    tiers: bandsOf(tier).refine(ofOneSort, 'All tiers have a percentage, or all have a price.'),
  }),
  /** The amount of the band that a figure falls into (Jisc). */
  z.strictObject({
    kind: z.literal('bands'),
    ...always,
    ...figureSchema.shape,
    bands: bandsOf(z.strictObject({ upTo: upToSchema, amount: signedAmountSchema })),
  }),
  /** An amount for those of whom something is true, or is not (MnPALS, no certified staff). */
  z.strictObject({
    kind: z.literal('flag'),
    ...always,
    flag: formulaNameSchema,
    is: z.boolean(),
    amount: signedAmountSchema,
  }),
  /**
   * A whole amount for who reaches the largest size, and the part of it that the nearest of its limits says for others (NOBLE).
   * Beyond a limit it is the whole amount, or refused, where the formula is for those within it alone.
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
  /** A share of a cost that is known as a whole, with what is added for overhead and contingency (NC Cardinal, SIG, PALCI). */
  z.strictObject({
    kind: z.literal('share'),
    ...always,
    cost: formulaNameSchema,
    percent: percentSchema.default('100'),
    addPercent: percentSchema.default('0'),
    key: shareKeySchema,
    /** It is no cost but a grant or other income: each share of it is taken off the fee (subsidy). */
    takenOff: z.literal(true).exactOptional(),
  }),
] as const;

/** A part by itself. Named, for it stands in many places of the API. */
const simplePartSchema = z.discriminatedUnion('kind', simpleParts).meta({ id: 'FormulaPart' });
export type SimplePart = z.infer<typeof simplePartSchema>;

/** What a payer bears is told of whole parts and fees alone: of a part within another it may be none that is paid. */
const namesNoPayer = (parts: readonly { guards?: readonly PartGuard[] | undefined }[]): boolean =>
  parts.every(({ guards = [] }) => guards.every(({ borne }) => borne.bornBy !== 'payer'));
const NO_PAYER = 'A guard of a part within another has no payer of its own.';

/** Parts that are added up to one line, to be guarded together or held against another. */
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
  /** The greatest of its parts that concern the member; who none concerns has no line. */
  z.strictObject({ kind: z.literal('max-of'), ...always, parts: held }),
  /** The least of them. */
  z.strictObject({ kind: z.literal('min-of'), ...always, parts: held }),
]);
export type Part = z.infer<typeof partSchema>;
