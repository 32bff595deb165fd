import { csvRows } from '../csv-rows.ts';

/** The rows of a CSV file by the names of its columns, each with its line; and the lines of rows with too few or too many cells. */
export type CsvTable = {
  columns: string[];
  rows: { line: number; of: (column: string) => string }[];
  uneven: number[];
};

/** Reads a CSV file with a head line. Empty lines are left out; columns are found whatever their case and order. */
export const csvTable = (text: string): CsvTable => {
  const [head, ...rest] = csvRows(text.replace(/^\uFEFF/, ''));
  const columns = (head?.cells ?? []).map((name) => name.trim().toLowerCase());
  const filled = rest.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const isEven = ({ cells }: { cells: string[] }): boolean => cells.length === columns.length;
  return {
    columns,
    rows: filled.filter(isEven).map(({ line, cells }) => ({
      line,
      of: (column) => (cells[columns.indexOf(column.toLowerCase())] ?? '').trim(),
    })),
    uneven: filled.filter((row) => !isEven(row)).map(({ line }) => line),
  };
};
