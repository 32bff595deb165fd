import type { Reject } from '../shared/imports.ts';

/** Matches text that a spreadsheet would run as a formula, also after blanks and in full width; file content is untrusted. */
const formula = /^(?:[\t\r]|[\s\u200B\uFEFF]*[=+\-@＝＋－＠])/u;

const cell = (text: string): string => {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The rejects of an import as CSV, one line each (RFC 4180). Takes the column names and the functions that describe kind and reason. */
export const rejectsCsv = (
  rejects: readonly Reject[],
  columns: readonly string[],
  labels: { what: (reject: Reject) => string; why: (reject: Reject) => string },
): string =>
  [
    columns,
    ...rejects.map((reject) => [
      ...[labels.what(reject), reject.localId ?? '', reject.barcode ?? '', String(reject.offset)],
      ...[labels.why(reject), reject.value ?? '', reject.reason],
    ]),
  ]
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('');
