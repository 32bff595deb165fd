// Letters that Unicode does not decompose into a base letter and a mark.
const letters: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ı: 'i' };

const tokensOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[øłđðßæœþı]/g, (letter) => letters[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** True when every typed word is the prefix of a word of the label, ignoring case and diacritics; an empty query matches everything. */
export const matchesQuery = (label: string, typed: string): boolean => {
  const tokens = tokensOf(label);
  return tokensOf(typed).every((typedToken) => tokens.some((token) => token.startsWith(typedToken)));
};
