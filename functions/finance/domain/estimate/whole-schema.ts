import * as z from 'zod';
import { amountSchema } from '../usage-report/view-schema.ts';
import { costLines, YEARS } from './five-years.ts';
import type { shareNames } from './library-shares.ts';
import { paidCostsSchema } from './paid-costs.ts';
import { publishedExamples } from './published-fees.ts';

/** Minor units of the estimate's currency. */
const minor = z.int();
const ofYears = z.array(minor).length(YEARS);

/** The whole cost of five years: the cloud, what else is paid, and what is paid once. All sums are in minor units. */
export const wholeCostSchema = z.strictObject({
  costs: paidCostsSchema,
  /** The omitted costs, their defaults, and the sources. */
  assumed: z.array(
    z.strictObject({ name: z.enum(paidCostsSchema.keyof().options), value: z.number(), source: z.string() }),
  ),
  lines: z.array(z.strictObject({ line: z.enum(costLines), once: z.boolean(), years: ofYears, sum: minor })),
  years: ofYears,
  sum: minor,
  /** What all members would pay for their present systems; absent when it was not given. `saved` is negative when Concord costs more. */
  today: z.strictObject({ years: ofYears, sum: minor, saved: minor }).optional(),
  /** One loan: the use that it adds, its part of the cloud, and its part of the whole cost of a year on average. */
  checkout: z.strictObject({ marginal: amountSchema, cloud: amountSchema, whole: amountSchema }).optional(),
  /** What a library pays in a year on average, by each formula. */
  shares: z.array(
    z.strictObject({
      name: z.string().optional(),
      size: z.enum(['large', 'middle', 'small']).optional(),
      count: z.int().positive(),
      loans: z.int().nonnegative(),
      fees: z.strictObject({ equal: minor, loans: minor, half: minor } satisfies Record<
        (typeof shareNames)[number],
        typeof minor
      >),
    }),
  ),
  published: z.array(
    z.strictObject({ example: z.enum(publishedExamples), amount: minor, currency: z.string(), source: z.string() }),
  ),
});
export type WholeCost = z.infer<typeof wholeCostSchema>;
