import { textCell } from './text-cell.ts';

/** A cell of a table to be written to a file: text, a decimal that stays a number, or nothing. */
export type Cell = string | { number: string } | undefined;

/** A table as a file holds it: a name, column heads, rows. */
export type FileTable = { name: string; columns: readonly string[]; rows: readonly (readonly Cell[])[] };

const written = (cell: Cell): string =>
  cell === undefined ? '' : typeof cell === 'string' ? textCell(cell) : cell.number;

/** A table as CSV (RFC 4180, CRLF, UTF-8). Text is defused; numbers that we write ourselves stay numbers, also below zero. */
export const tableCsv = ({ columns, rows }: FileTable): string =>
  [columns.join(','), ...rows.map((row) => row.map(written).join(',')), ''].join('\r\n');
