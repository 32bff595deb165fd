/** The rows of a CSV file by the names of its columns, each with its line; and the lines of rows with too few or too many cells. */
export type CsvTable = {
  columns: string[];
  rows: { line: number; of: (column: string) => string }[];
  uneven: number[];
};

/** Splits a CSV text (RFC 4180) into cells; quotes enclose commas, line ends and doubled quotes. */
const cellsOf = (text: string): { line: number; cells: string[] }[] => {
  const rows: { line: number; cells: string[] }[] = [];
  let [cells, cell, isQuoted, line, begun] = [[] as string[], '', false, 1, 1];
  const endRow = (): void => {
    rows.push({ line: begun, cells: [...cells, cell] });
    [cells, cell] = [[], ''];
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '\n') line += 1;
    if (character === '"' && isQuoted && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (character === '"') isQuoted = !isQuoted;
    else if (character === ',' && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else if (character === '\n' && !isQuoted) {
      endRow();
      begun = line;
    } else if (character !== '\r' || isQuoted) cell += character;
  }
  if (cell !== '' || cells.length > 0) endRow();
  return rows;
};

/** Reads a CSV file with a head line. Empty lines are left out; columns are found whatever their case and order. */
export const csvTable = (text: string): CsvTable => {
  const [head, ...rest] = cellsOf(text.replace(/^\uFEFF/, ''));
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
