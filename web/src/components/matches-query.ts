// Letters that Unicode does not take apart into a letter and its mark.
const letters: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ı: 'i' };

const tokensOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[øłđðßæœþı]/g, (letter) => letters[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** True when every word typed begins a word of a label, in any case and with or without its marks; nothing typed fits all. */
export const matchesQuery = (label: string, typed: string): boolean => {
  const tokens = tokensOf(label);
  return tokensOf(typed).every((typedToken) => tokens.some((token) => token.startsWith(typedToken)));
};
