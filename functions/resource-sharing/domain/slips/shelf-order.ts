/** The shelf location of a copy, by its description. */
export type Shelved = { location?: string; callNumber?: string };

/**
 * The sort key of a call number, in shelf order: the class number counts as a number (QA9 before QA76), the digits
 * after its point as decimals (813.54 before 813.6; cutters likewise), and case does not matter.
 */
export const shelvingKey = (callNumber: string): string =>
  callNumber
    .toUpperCase()
    .replace(/\d+/, (number) => number.padStart(6, '0'))
    .replaceAll(/\.(?=\s*[A-Z])/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** Sorts by location, then call number. Copies without a known place come last. */
export const byShelf = (one: Shelved, other: Shelved): number =>
  Number(one.location === undefined) - Number(other.location === undefined) ||
  compare(one.location ?? '', other.location ?? '') ||
  compare(shelvingKey(one.callNumber ?? ''), shelvingKey(other.callNumber ?? ''));
