import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { priceBookDeps } from '../deps.ts';
import { priceBookView } from '../schemas/price-books.ts';

type Deps = Pick<ReturnType<typeof priceBookDeps>, 'books' | 'staffNames'>;

/** Shows the price book in force at the end of a day, with the names of the staff who adopted its changes. */
export const showPriceBook = async ({ books, staffNames }: Deps, on: string) => {
  const found = await books.on(on);
  if (!found) return refuse('no-price-book', `No price book is in force on ${on}.`, '/query/on');
  const names = await staffNames([...found.decided.values()].map(({ adoptedBy }) => adoptedBy));
  return answer(priceBookView(found, names));
};
