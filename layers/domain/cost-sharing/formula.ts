import * as z from 'zod';
import { parseExact } from '../money/exact.ts';
import { figureSchema, figureValueSchema, formulaNameSchema } from './figures.ts';

const title = z.string().trim().min(1).max(200);
/** A decimal written as text, so that it is exact: a price in units of the currency, or a percentage. */
const decimal = z.string().regex(/^\d{1,12}(?:\.\d{1,10})?$/, 'A decimal such as 0.725, of ten places at most.');
const percent = decimal.refine((text) => Number(text) <= 1000, 'A percentage is 1000 at most.');
/** Minor units of the formula's currency. */
const amount = z.int().min(0).max(1e13);
// A bound is compared with figures, so it is written as they are.
const bound = figureValueSchema;

type Bounded = { upTo?: number | undefined };

const rising = (bands: readonly Bounded[]): boolean =>
  bands.every(({ upTo }, at) => {
    if (upTo === undefined) return at === bands.length - 1;
    return at === 0 || upTo > (bands[at - 1]?.upTo ?? Number.POSITIVE_INFINITY);
  });

/** Bands of a figure, each up to its bound (included). Where the last has one too, what lies beyond it was never agreed on. */
const bandsOf = <T extends z.ZodType<Bounded>>(band: T) =>
  z.array(band).min(1).max(50).refine(rising, 'Bounds rise from band to band, and the last band alone may have none.');

const upTo = bound.exactOptional();

/** By what a whole is shared: all alike, by a figure, or by the weight of the band that a figure falls into. */
const shareKeySchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('equal') }),
  z.strictObject({ by: z.literal('figure'), ...figureSchema.shape }),
  z.strictObject({
    by: z.literal('bands'),
    ...figureSchema.shape,
    bands: bandsOf(z.strictObject({ upTo, weight: z.int().min(0).max(1e6) })),
  }),
]);
export type ShareKey = z.infer<typeof shareKeySchema>;

const always = {
  title,
  /** Only those pay who opted into it (PALCI's second pool, finance.md 4b). */
  onlyOptedInto: formulaNameSchema.exactOptional(),
};

/** A part of a fee; a member's fee is the sum of its parts. The kinds are those of the published formulas (finance.md 4a, 4b). */
export const partSchema = z.discriminatedUnion('kind', [
  /** Each pays the same. */
  z.strictObject({ kind: z.literal('fixed'), ...always, amount }),
  /** So much for each unit of a figure, in units of the currency. */
  z.strictObject({ kind: z.literal('per-unit'), ...always, ...figureSchema.shape, price: decimal }),
  /** A percentage of a figure that is money: each tier's on what lies in it (marginal), or the reached tier's on all (flat). */
  z.strictObject({
    kind: z.literal('tiers'),
    ...always,
    ...figureSchema.shape,
    method: z.enum(['marginal', 'flat']),
    tiers: bandsOf(z.strictObject({ upTo, percent })),
  }),
  /** The amount of the band that a figure falls into. */
  z.strictObject({
    kind: z.literal('bands'),
    ...always,
    ...figureSchema.shape,
    bands: bandsOf(z.strictObject({ upTo, amount })),
  }),
  /** An amount for those of whom something is true, or is not. */
  z.strictObject({ kind: z.literal('flag'), ...always, flag: formulaNameSchema, is: z.boolean(), amount }),
  /** A whole amount for who reaches the largest size, and the part of it that the nearest of its limits says for others. */
  z.strictObject({
    kind: z.literal('prorated'),
    ...always,
    amount,
    limits: z
      .array(
        z.strictObject({ ...figureSchema.shape, full: bound.refine((full) => full > 0, 'A limit is above zero.') }),
      )
      .min(1)
      .max(10),
  }),
  /** A share of a cost that is known as a whole, with what is added for overhead and contingency. */
  z.strictObject({
    kind: z.literal('share'),
    ...always,
    cost: formulaNameSchema,
    percent: percent.default('100'),
    addPercent: percent.default('0'),
    key: shareKeySchema,
  }),
]);
export type Part = z.infer<typeof partSchema>;

/** Who bears what a guard takes off one member: the others in proportion to their fees, nobody (income is less), or a payer by name. */
const bearer = z.discriminatedUnion('bornBy', [
  z.strictObject({ bornBy: z.literal('others') }),
  z.strictObject({ bornBy: z.literal('nobody') }),
  z.strictObject({ bornBy: z.literal('payer'), payer: formulaNameSchema }),
]);
const guarded = { title, borne: bearer.default({ bornBy: 'nobody' }) };

/** What is done to a fee when it is reckoned, one after another as listed (finance.md 4a, guards). */
export const guardSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('minimum'), ...guarded, amount }),
  z.strictObject({ kind: z.literal('maximum'), ...guarded, amount }),
  /** What of the fee is paid in the first years of membership, in per cent; all of it after them. */
  z.strictObject({ kind: z.literal('phase-in'), ...guarded, percents: z.array(percent).min(1).max(10) }),
  /** By how much a fee may rise and fall against the year before, in per cent of that. */
  z.strictObject({
    kind: z.literal('yearly-change'),
    ...guarded,
    up: percent.exactOptional(),
    down: percent.refine((text) => Number(text) <= 100, 'No fee falls below nothing.').exactOptional(),
  }),
  /** A part of the fee that somebody else pays; for those of whom the flag is true, where one is named. */
  z.strictObject({
    kind: z.literal('subsidy'),
    ...guarded,
    percent: percent.refine((text) => Number(text) <= 100),
    flag: formulaNameSchema.exactOptional(),
  }),
]);
export type Guard = z.infer<typeof guardSchema>;

const sharesOfCosts = (parts: readonly Part[]): [string, bigint][] => {
  const sums = new Map<string, bigint>();
  for (const part of parts) {
    if (part.kind !== 'share' || part.onlyOptedInto !== undefined) continue;
    sums.set(part.cost, (sums.get(part.cost) ?? 0n) + parseExact(part.percent));
  }
  return [...sums];
};

/**
 * A cost-sharing formula as data: how each member's yearly fee is reckoned, in a currency, with the source that it was published
 * in or the decision that made it. Shares of one cost, in sum, are at most the whole of it.
 */
export const formulaSchema = z
  .strictObject({
    name: formulaNameSchema,
    title,
    source: z.string().trim().min(1).max(500),
    currency: z.string().regex(/^[A-Z]{3}$/, 'A currency is three capital letters (ISO 4217).'),
    parts: z.array(partSchema).min(1).max(20),
    guards: z.array(guardSchema).max(10).default([]),
  })
  .refine(({ parts }) => sharesOfCosts(parts).every(([, sum]) => sum <= parseExact('100')), {
    message: 'More than the whole of a cost is shared.',
    path: ['parts'],
  });
export type Formula = z.infer<typeof formulaSchema>;
