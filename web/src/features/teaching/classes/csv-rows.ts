/** Splits a CSV text (RFC 4180) into the cells of its rows, each with its line; quotes enclose separators, line ends and doubled quotes. */
export const csvRows = (text: string, separator = ','): { line: number; cells: string[] }[] => {
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
    else if (character === separator && !isQuoted) {
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
