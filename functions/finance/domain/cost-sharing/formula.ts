import * as z from 'zod';
import { currencySchema } from '../../../../layers/kernel/money/currency.ts';
import { parseExact } from '../../../../layers/kernel/money/exact.ts';
import { titleSchema } from './amounts.ts';
import { formulaNameSchema } from './figures.ts';
import { guardSchema } from './guard-schema.ts';
import { type Part, partSchema } from './part-schema.ts';

const sharesOfCosts = (parts: readonly Part[]): [string, bigint][] => {
  const sums = new Map<string, bigint>();
  // Of parts held against each other one is paid: they are not added up.
  const added = parts.flatMap((part) => (part.kind === 'sum-of' ? part.parts : [part]));
  for (const part of added) {
    if (part.kind !== 'share' || part.onlyOptedInto !== undefined) continue;
    sums.set(part.cost, (sums.get(part.cost) ?? 0n) + parseExact(part.percent));
  }
  return [...sums];
};

/**
 * A cost-sharing formula as data: how each member's yearly fee is reckoned, in a currency, with the source that it was published
 * in or the decision that made it. Shares of one cost, in sum, are at most the whole of it. What was added to the language since
 * the first formulas were sealed may be left out, and is then no part of the document: a seal is over what was written.
 */
export const formulaSchema = z
  .strictObject({
    name: formulaNameSchema,
    title: titleSchema,
    source: z.string().trim().min(1).max(500),
    currency: currencySchema,
    /** The month that its years begin in; 1 unless said. A year is named after the one that it begins in. */
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
