import { millis } from '../../../../layers/kernel/calendar/days.ts';
import { ofKind, type PolicyDocument } from '../../../../layers/records/policies/domain/document.ts';
import { type Meter, meterNames } from './meters.ts';
import type { Price, PriceBook } from './price-book.ts';
import { priceBookKind } from './price-change.ts';

/** An adopted price change. */
export type AdoptedPrices = PolicyDocument<typeof priceBookKind>;

/** A built-in book with the applied changes: the effective book, and the decision behind each changed price. */
export type BookInForce = { book: PriceBook; shipped: PriceBook; decided: ReadonlyMap<Meter, AdoptedPrices> };

/** Returns the name of an adopted change, as in the version of a book. */
export const changeName = ({ version }: Pick<AdoptedPrices, 'version'>): string => `price-book/${version}`;

const inOrder = (one: AdoptedPrices, other: AdoptedPrices): number =>
  millis(one.effectiveFrom) - millis(other.effectiveFrom) || one.version - other.version;

/** Returns the changes of a book's region and currency that are effective at an instant, by effective date. */
const begun = (shipped: PriceBook, documents: readonly PolicyDocument[], at: string): AdoptedPrices[] => {
  return ofKind(documents, priceBookKind)
    .filter(({ effectiveFrom }) => millis(effectiveFrom) <= millis(at))
    .filter(({ body }) => body.region === shipped.region && body.currency === shipped.currency)
    .toSorted(inOrder);
};

/** Returns a built-in price with a change. Its source is the decision's: documented. */
const changed = (price: Price, meter: Meter, { body }: AdoptedPrices): Price => ({
  ...price,
  ...body.prices[meter],
  mark: 'documented',
  source: body.source,
});

/**
 * Applies adopted changes to a built-in book, as of an instant (ISO): of several changes to a price the latest effective one applies.
 * Without changes the book is returned itself. The version names the book and every applied change; `effectiveFrom` is the day of the
 * latest of them. Takes all documents; other kinds are ignored.
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
