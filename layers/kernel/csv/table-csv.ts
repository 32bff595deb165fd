import { textCell } from './text-cell.ts';

/** A cell of a table for a file: text, a decimal that stays a number, a day (YYYY-MM-DD), or empty. */
export type Cell = string | { number: string } | { date: string } | undefined;

/** A table for a file: a name, column heads (those of a workbook may be in words), rows. */
export type FileTable = {
  name: string;
  columns: readonly string[];
  headings?: readonly string[];
  rows: readonly (readonly Cell[])[];
};

const written = (cell: Cell): string => {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return textCell(cell);
  return 'date' in cell ? cell.date : cell.number;
};

/** Returns a table as CSV (RFC 4180, CRLF, UTF-8). Formulas in text are escaped; our own numbers stay numbers, also negative ones. */
export const tableCsv = ({ columns, rows }: FileTable): string =>
  [columns.join(','), ...rows.map((row) => row.map(written).join(',')), ''].join('\r\n');
