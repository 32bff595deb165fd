import { textCell } from '../../../layers/kernel/csv/text-cell.ts';

type Reader = {
  name: { family: string; given?: string | undefined };
  card: string;
  loans: readonly { barcode: string; title?: string | undefined; due: string }[];
};

/**
 * What a class has, as CSV (RFC 4180): a line a loan, an empty one for who has nothing. `dayOf` says which day an instant is at
 * the school. Names come from a register: one that a spreadsheet would run as a formula is made text.
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
