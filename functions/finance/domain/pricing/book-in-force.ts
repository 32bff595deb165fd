import { millis } from '../../../../layers/kernel/calendar/days.ts';
import { ofKind, type PolicyDocument } from '../../../../layers/records/policies/domain/document.ts';
import { type Meter, meterNames } from './meters.ts';
import type { Price, PriceBook } from './price-book.ts';
import { priceBookKind } from './price-change.ts';

/** A price change as adopted. */
export type AdoptedPrices = PolicyDocument<typeof priceBookKind>;

/** A shipped book with the changes laid over it: the book to reckon by, and which decision each changed price comes from. */
export type BookInForce = { book: PriceBook; shipped: PriceBook; decided: ReadonlyMap<Meter, AdoptedPrices> };

/** The name of an adopted change, as the version of a book has it. */
export const changeName = ({ version }: Pick<AdoptedPrices, 'version'>): string => `price-book/${version}`;

const inOrder = (one: AdoptedPrices, other: AdoptedPrices): number =>
  millis(one.effectiveFrom) - millis(other.effectiveFrom) || one.version - other.version;

/** The changes of a book's region and currency that have begun at an instant, in the order in which they begin. */
const begun = (shipped: PriceBook, documents: readonly PolicyDocument[], at: string): AdoptedPrices[] => {
  return ofKind(documents, priceBookKind)
    .filter(({ effectiveFrom }) => millis(effectiveFrom) <= millis(at))
    .filter(({ body }) => body.region === shipped.region && body.currency === shipped.currency)
    .toSorted(inOrder);
};

/** A shipped price as changed. It was read where the decision says: documented. */
const changed = (price: Price, meter: Meter, { body }: AdoptedPrices): Price => ({
  ...price,
  ...body.prices[meter],
  mark: 'documented',
  source: body.source,
});

/**
 * Lays adopted changes over a shipped book, as at an instant (ISO): of a price that several change, the one that began last
 * stands. Where nothing is changed the book is the shipped one, itself. The version names the book and every change that a
 * price comes from; `effectiveFrom` is the day of the latest of them. Takes all documents; of other kinds none counts.
 */
export const bookWithChanges = (shipped: PriceBook, documents: readonly PolicyDocument[], at: string): BookInForce => {
  const decided = new Map<Meter, AdoptedPrices>();
  for (const change of begun(shipped, documents, at)) {
    for (const meter of meterNames) if (change.body.prices[meter]) decided.set(meter, change);
  }
  if (decided.size === 0) return { book: shipped, shipped, decided };
  const prices = { ...shipped.prices };
  for (const [meter, change] of decided) prices[meter] = changed(shipped.prices[meter], meter, change);
  const changes = [...new Set(decided.values())].toSorted((one, other) => one.version - other.version);
  const days = changes.map(({ effectiveFrom }) => effectiveFrom.slice(0, 10));
  const book: PriceBook = {
    ...shipped,
    version: [shipped.version, ...changes.map(changeName)].join('+'),
    effectiveFrom: [shipped.effectiveFrom, ...days].toSorted().at(-1) ?? shipped.effectiveFrom,
    source: [shipped.source, ...changes.map((change) => `${changeName(change)}: ${change.body.source}`)].join('; '),
    prices,
  };
  return { book, shipped, decided };
};
