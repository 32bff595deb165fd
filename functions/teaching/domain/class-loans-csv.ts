import { textCell } from '../../../layers/kernel/csv/text-cell.ts';

type Reader = {
  name: { family: string; given?: string | undefined };
  card: string;
  loans: readonly { barcode: string; title?: string | undefined; due: string }[];
};

/**
 * Formats a class's loans as CSV (RFC 4180): one line per loan, an empty one for pupils without loans. `dayOf` converts an instant to the
 * school's local day. Names come from a register, so those that a spreadsheet would run as a formula are escaped.
 */
export const classLoansCsv = (classId: string, pupils: readonly Reader[], dayOf: (at: string) => string): string => {
  const lines = pupils.flatMap(({ name: { family, given }, card, loans }) => {
    const who = [classId, given === undefined ? family : `${family}, ${given}`, card];
    if (loans.length === 0) return [[...who, '', '', '']];
    return loans.map(({ barcode, title = '', due }) => [...who, barcode, title, dayOf(due)]);
  });
  return [['class', 'name', 'card', 'barcode', 'title', 'due'], ...lines]
    .map((cells) => `${cells.map(textCell).join(',')}\r\n`)
    .join('');
};
