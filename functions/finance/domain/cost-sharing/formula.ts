import * as z from 'zod';
import { currencySchema } from '../../../../layers/kernel/money/currency.ts';
import { parseExact } from '../../../../layers/kernel/money/exact.ts';
import { someLines } from '../../../../layers/kernel/text/typed-text.ts';
import { titleSchema } from './amounts.ts';
import { formulaNameSchema } from './figures.ts';
import { guardSchema } from './guard-schema.ts';
import { type Part, partSchema } from './part-schema.ts';

/** Returns the percentage of each cost that the parts of a formula share, besides those for members that opted in. */
export const sharesOfCosts = (parts: readonly Part[]): [string, bigint][] => {
  const sums = new Map<string, bigint>();
  // Of alternative parts only one is paid: they are not summed.
  const added = parts.flatMap((part) => (part.kind === 'sum-of' ? part.parts : [part]));
  for (const part of added) {
    if (part.kind !== 'share' || part.onlyOptedInto !== undefined) continue;
    sums.set(part.cost, (sums.get(part.cost) ?? 0n) + parseExact(part.percent));
  }
  return [...sums];
};

/**
 * A cost-sharing formula as data: how each member's yearly fee is calculated, in a currency, with its published source or the decision
 * that made it. Shares of one cost sum to at most the whole. Fields added after the first formulas were sealed are optional and, when
 * omitted, no part of the document: a seal covers what was written.
 */
export const formulaSchema = z
  .strictObject({
    name: formulaNameSchema,
    title: titleSchema,
    source: someLines(500),
    currency: currencySchema,
    /** The month in which its years begin; default 1. A year is named after the one in which it begins. */
    yearStartsIn: z.int().min(1).max(12).exactOptional(),
    parts: z.array(partSchema).min(1).max(20),
    guards: z.array(guardSchema).max(10).default([]),
  })
  .refine(({ parts }) => sharesOfCosts(parts).every(([, sum]) => sum <= parseExact('100')), {
    message: 'More than the whole of a cost is shared.',
    path: ['parts'],
  })
  .meta({ id: 'Formula' });
export type Formula = z.infer<typeof formulaSchema>;
