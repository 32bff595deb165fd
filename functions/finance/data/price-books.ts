import { daysIn } from '../../../layers/kernel/calendar/month.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import type { PolicyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { type BookInForce, bookWithChanges } from '../domain/pricing/book-in-force.ts';
import { bookInForce, priceBooks } from '../domain/pricing/books.ts';
import type { PriceBook } from '../domain/pricing/price-book.ts';
import { priceBookKind } from '../domain/pricing/price-change.ts';

/** The price books of this deployment's region: the built-in ones with the adopted changes. */
export type PriceBooks = {
  /** Returns the book in force at the end of a day (YYYY-MM-DD), with its changes; undefined when there is none. */
  on(day: string): Promise<BookInForce | undefined>;
  /** Returns the price book of a month (YYYY-MM): the one in force at the end of its last day; undefined when there is none. */
  ofMonth(month: string): Promise<PriceBook | undefined>;
};

/** Returns the price books. Changes are read strongly: a figure calculated after an adoption must include it. */
export const priceBooksOf = (
  { environment }: Pick<Runtime, 'environment'>,
  policies: Pick<PolicyStore, 'list'>,
): PriceBooks => {
  const on: PriceBooks['on'] = async (day) => {
    const shipped = bookInForce(priceBooks, environment.need('AWS_REGION'), day);
    return shipped && bookWithChanges(shipped, await policies.list(priceBookKind, true), `${day}T23:59:59.999Z`);
  };
  return { on, ofMonth: async (month) => (await on(`${month}-${daysIn(month)}`))?.book };
};
