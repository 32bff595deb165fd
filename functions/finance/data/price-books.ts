import { daysIn } from '../../../layers/kernel/calendar/month.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import type { PolicyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { type BookInForce, bookWithChanges } from '../domain/pricing/book-in-force.ts';
import { bookInForce, priceBooks } from '../domain/pricing/books.ts';
import type { PriceBook } from '../domain/pricing/price-book.ts';
import { priceBookKind } from '../domain/pricing/price-change.ts';

/** The price books of this deployment's region: the shipped ones with the adopted changes over them. */
export type PriceBooks = {
  /** The book in force at the end of a day (YYYY-MM-DD), with what changed in it; undefined where none is. */
  on(day: string): Promise<BookInForce | undefined>;
  /** The book by which a month (YYYY-MM) is reckoned: the one in force at the end of its last day; undefined where there is none. */
  ofMonth(month: string): Promise<PriceBook | undefined>;
};

/** The one way to a price book. Changes are read strongly: what was just adopted must not be missed by a figure taken after it. */
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
