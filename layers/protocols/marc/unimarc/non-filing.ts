// The marks around words that are not filed: ISO 6630 in Unicode, in the bytes of ISO 5426, and as older systems write them.
const MARKED = /[\u0098\u0088]([^\u009c\u0089]*)[\u009c\u0089]|¬([^¬]*)¬/g;
const STRAY = /[\u0088\u0089\u0098\u009c]/g;

/** Returns a text without the marks around words that are not filed. */
export const withoutMarks = (text: string): string => text.replace(MARKED, '$1$2').replace(STRAY, '');

const MOST = 9;

/** Returns how many characters at the beginning of a text are not filed (0 to 9), by its marks. */
export const nonFilingCount = (text: string): number => {
  const [whole, first, second] = /^[\u0098\u0088]([^\u009c\u0089]*)[\u009c\u0089]|^¬([^¬]*)¬/.exec(text) ?? [];
  if (whole === undefined) return 0;
  const marked = first ?? second ?? '';
  const rest = text.slice(whole.length);
  const blanks = /\s$/.test(marked) ? 0 : rest.length - rest.trimStart().length;
  return Math.min(marked.length + blanks, MOST);
};
