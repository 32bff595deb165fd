/**
 * Takes a text and a class of signs (`/[ .,]/`); gives the text without such signs at its end. By hand: an expression that ends
 * in `+$` begins anew at every sign of a run that is not at the end, in time that grows with the square of its length.
 */
export const withoutTrailing = (text: string, signs: RegExp): string => {
  let end = text.length;
  while (end > 0 && signs.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
};

/** Takes text of a MARC subfield; gives it without the ISBD punctuation that leads to the next element, and with single blanks. */
export const trimIsbd = (text: string): string => {
  const plain = text.replace(/\s+/g, ' ').trim();
  const cut = withoutTrailing(plain, /[ /:;=,]/);
  // A full stop ends a field, but belongs to an initial ("John R.") and to an ellipsis.
  if (!cut.endsWith('.') || cut.endsWith('..')) return cut;
  return /(^|[\s.-])\p{L}\p{M}*\.$/u.test(cut) || /\b(etc|Jr|Sr|Dr|St|Inc|Co|Ltd|ed|vol|no|p)\.$/i.test(cut)
    ? cut
    : cut.slice(0, -1).trim();
};

/** Takes text; gives it without square brackets around it or within ("[S.l.]", "c[1985]"): they mark what a cataloguer supplied. */
export const withoutBrackets = (text: string): string => text.replace(/[[\]]/g, '').trim();

/** Takes texts; gives those that hold something, each once, in order. */
export const distinct = (texts: readonly string[]): string[] => [...new Set(texts.filter((text) => text !== ''))];
