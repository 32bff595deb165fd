import type { ReactNode } from 'react';

/** One column of a table of rows. The first column names its row. */
export type Column<Row> = {
  key: string;
  head: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand at the end of the column. */
  align?: 'end';
  /** The value by which rows are sorted; a column without it cannot be sorted. */
  sort?: (row: Row) => string | number | undefined;
  /** The cell of the row of totals, below all rows; a table without any has no such row. */
  total?: ReactNode;
  /** The text in the exported file; the value of `sort` where it is missing. */
  text?: (row: Row) => string;
};

/** By which column rows are sorted. */
export type Order = { key: string; down: boolean };

type Value = string | number | undefined;

const compared = (one: Value, other: Value, language: string, turn: number): number => {
  // Rows without a value come last, whichever way the others stand.
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  if (typeof one === 'number' && typeof other === 'number') return turn * (one - other);
  return turn * String(one).localeCompare(String(other), language, { numeric: true });
};

/** Returns the rows in an order; as given where no order or no such column is. */
export const sorted = <Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  order: Order | undefined,
  language: string,
): readonly Row[] => {
  const by = columns.find(({ key }) => key === order?.key)?.sort;
  if (!order || !by) return rows;
  const turn = order.down ? -1 : 1;
  return [...rows].sort((one, other) => compared(by(one), by(other), language, turn));
};

const quoted = (text: string): string => {
  // A spreadsheet would run a cell that begins like a formula.
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\n\r;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Returns rows as CSV with the heads of the columns first. */
export const csvOf = <Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string => {
  const exported = columns.filter(({ text, sort }) => text ?? sort);
  const lines = rows.map((row) => exported.map(({ text, sort }) => text?.(row) ?? String(sort?.(row) ?? '')));
  return [exported.map(({ head }) => head), ...lines].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
};
