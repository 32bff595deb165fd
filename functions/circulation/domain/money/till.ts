import * as z from 'zod';
import { currencySchema } from '../../../../layers/kernel/money/currency.ts';

/** An amount of one means of payment in one currency, minor units. */
export const tillAmountSchema = z.strictObject({
  currency: currencySchema,
  means: z
    .string()
    .max(20)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  amount: z.number().int(),
});
export type TillAmount = z.infer<typeof tillAmountSchema>;

/** One row of a closed till: the expected amount, the counted amount, and their difference (counted less expected); in minor units. */
export const tillCountSchema = z.strictObject({
  currency: z.string(),
  means: z.string(),
  expected: z.number().int(),
  counted: z.number().int(),
  difference: z.number().int(),
});
export type TillCount = z.infer<typeof tillCountSchema>;

const placeOf = ({ currency, means }: Pick<TillAmount, 'currency' | 'means'>): string => `${currency} ${means}`;

const summed = (amounts: readonly TillAmount[]): Map<string, TillAmount> => {
  const sums = new Map<string, TillAmount>();
  for (const one of amounts) {
    const place = placeOf(one);
    sums.set(place, { ...one, amount: one.amount + (sums.get(place)?.amount ?? 0) });
  }
  return sums;
};

/** Sums amounts by currency and means of payment. */
export const sumAmounts = (amounts: readonly TillAmount[]): TillAmount[] => [...summed(amounts).values()];

/**
 * Counts a till: by currency and means of payment, the opening float and the takings against the counted amounts. An uncounted amount is
 * missing; an unexpected one is surplus. In the order of currency and means.
 */
export const countTill = (expected: readonly TillAmount[], counted: readonly TillAmount[]): TillCount[] => {
  const [should, is] = [summed(expected), summed(counted)];
  return [...new Map([...should, ...is])]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([place, { currency, means }]) => {
      const [due, there] = [should.get(place)?.amount ?? 0, is.get(place)?.amount ?? 0];
      return { currency, means, expected: due, counted: there, difference: there - due };
    });
};
