import euWest1 from './books/eu-west-1.json' with { type: 'json' };
import usEast1 from './books/us-east-1.json' with { type: 'json' };
import { type PriceBook, priceBookSchema } from './price-book.ts';

/** The built-in price books. */
export const priceBooks: readonly PriceBook[] = [usEast1, euWest1].map((book) => priceBookSchema.parse(book));

/** Returns the built-in book in force in a region on a day (YYYY-MM-DD): the latest effective one; undefined when there is none. */
export const bookInForce = (books: readonly PriceBook[], region: string, on: string): PriceBook | undefined =>
  books
    .filter((book) => book.region === region && book.effectiveFrom <= on)
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0];
