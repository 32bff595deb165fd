import { textCell } from './text-cell.ts';

/** A cell of a table for a file: text, a decimal that stays a number, or empty. */
export type Cell = string | { number: string } | undefined;

/** A table for a file: a name, column heads, rows. */
export type FileTable = { name: string; columns: readonly string[]; rows: readonly (readonly Cell[])[] };

const written = (cell: Cell): string =>
  cell === undefined ? '' : typeof cell === 'string' ? textCell(cell) : cell.number;

/** Returns a table as CSV (RFC 4180, CRLF, UTF-8). Formulas in text are escaped; our own numbers stay numbers, also negative ones. */
export const tableCsv = ({ columns, rows }: FileTable): string =>
  [columns.join(','), ...rows.map((row) => row.map(written).join(',')), ''].join('\r\n');
