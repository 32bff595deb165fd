/** Where a copy stands, as its description says. */
export type Shelved = { location?: string; callNumber?: string };

/**
 * What call numbers are compared by, as they stand on the shelf: the class number counts as a number (QA9 before QA76), all
 * after its point as decimals (813.54 before 813.6; cutters likewise), and spelling does not count.
 */
export const shelvingKey = (callNumber: string): string =>
  callNumber
    .toUpperCase()
    .replace(/\d+/, (number) => number.padStart(6, '0'))
    .replaceAll(/\.(?=\s*[A-Z])/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** The order of a walk along the shelves: by location, then call number. What stands nobody knows where comes last. */
export const byShelf = (one: Shelved, other: Shelved): number =>
  Number(one.location === undefined) - Number(other.location === undefined) ||
  compare(one.location ?? '', other.location ?? '') ||
  compare(shelvingKey(one.callNumber ?? ''), shelvingKey(other.callNumber ?? ''));
