/** A result of the search: one line of its list, and the address that it opens. */
export type Found = {
  key: string;
  group: 'patrons' | 'items' | 'pages' | 'titles';
  text: string;
  second?: string;
  path: string;
};

const fold = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Whether every word begins a word of the name; capitals and accents are ignored. */
export const isNamed = (name: string, text: string): boolean => {
  const parts = fold(name).split(/[^\p{L}\p{N}]+/u);
  return fold(text)
    .split(/\s+/)
    .every((start) => parts.some((part) => part.startsWith(start)));
};

const FEWEST_DIGITS = 6;
/** Whether a text may be the number of a card or an item. */
export const isNumber = (text: string): boolean =>
  /^[\dA-Za-z-]{6,64}$/.test(text) && (text.match(/\d/g)?.length ?? 0) >= FEWEST_DIGITS;

const dateLike = /\d{1,4}\s*[-./]\s*\d{1,2}\s*[-./]\s*\d{1,4}/;
/** Whether a text may be words of a title: e-mail addresses, dates and long numbers are of patrons, and stay out of addresses. */
export const mayBeTitle = (text: string): boolean =>
  text.length > 1 && !text.includes('@') && !dateLike.test(text) && (text.match(/\d/g)?.length ?? 0) < FEWEST_DIGITS;
