// Spreadsheets skip spaces and line breaks before a formula, and some accept full-width signs of East Asian keyboards.
const formula = /^(?:[\t\r]|[\s\u200B\uFEFF]*[=+\-@＝＋－＠])/u;

/**
 * Prefixes text with an apostrophe when a spreadsheet would run it as a formula: text that begins with = + - @, also full-width and
 * after spaces or line breaks, and text that begins with a tab or CR.
 */
export const escapeFormula = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** Formats a text cell: formulas are escaped, then quotes are set as RFC 4180 asks. */
export const textCell = (text: string): string => {
  const safe = escapeFormula(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
