/** What the search found: one line of its list, and the address that it opens. */
export type Found = {
  key: string;
  group: 'patrons' | 'items' | 'titles' | 'pages';
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
