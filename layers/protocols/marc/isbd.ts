/**
 * Returns a text without trailing characters of a class (`/[ .,]/`). Written as a loop: a regular expression ending in `+$` restarts at
 * every character of a run that is not at the end, in quadratic time.
 */
export const withoutTrailing = (text: string, signs: RegExp): string => {
  let end = text.length;
  while (end > 0 && signs.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
};

/** Returns text of a MARC subfield without the trailing ISBD punctuation of the next element, and with single spaces. */
export const trimIsbd = (text: string): string => {
  const plain = (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
  const cut = withoutTrailing(plain, /[ /:;=,]/);
  // A full stop ends a field, but belongs to an initial ("John R.") and to an ellipsis.
  if (!cut.endsWith('.') || cut.endsWith('..')) return cut;
  return /(^|[\s.-])\p{L}\p{M}*\.$/u.test(cut) || /\b(etc|Jr|Sr|Dr|St|Inc|Co|Ltd|ed|vol|no|p)\.$/i.test(cut)
    ? cut
    : cut.slice(0, -1).trim();
};

/** Returns text without square brackets around or within it ("[S.l.]", "c[1985]"): they mark text that a cataloguer supplied. */
export const withoutBrackets = (text: string): string => text.replace(/[[\]]/g, '').trim();

/** Returns the non-empty texts, each once, in order. */
export const distinct = (texts: readonly string[]): string[] => [...new Set(texts.filter((text) => text !== ''))];
