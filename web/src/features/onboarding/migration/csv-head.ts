/** The first lines of a CSV file: its heading and some rows. */
export type CsvHead = { delimiter: string; heading: string[]; rows: string[][] };

/** Bytes that are read for a preview, and rows that it shows. */
const HEAD_BYTES = 65_536;
const MOST_ROWS = 5;
const delimiters = [',', ';', '\t', '|'];

const recordsOf = (text: string, delimiter: string): string[][] => {
  const records: string[][] = [];
  let [record, cell, quoted]: [string[], string, boolean] = [[], '', false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quoted && sign === '"' && text.charAt(at + 1) === '"') {
      cell += sign;
      at += 1;
    } else if (sign === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && sign === delimiter) {
      record.push(cell);
      cell = '';
    } else if (!quoted && sign === '\n') {
      records.push([...record, cell.replace(/\r$/, '')]);
      [record, cell] = [[], ''];
    } else cell += sign;
  }
  // The last line may be cut; it counts only where it is the heading.
  return records.length > 0 ? records : [[...record, cell]];
};

/** Reads the first lines of a text. The delimiter is the one that the first line has most often, unless it is given. */
export const csvHead = (text: string, given?: string): CsvHead => {
  const [first = ''] = text.split('\n', 1);
  const count = (one: string): number => first.split(one).length;
  const delimiter = given ?? delimiters.reduce((best, one) => (count(one) > count(best) ? one : best));
  const [heading = [], ...rows] = recordsOf(text.replace(/^\uFEFF/, ''), delimiter);
  return { delimiter, heading: heading.map((name) => name.trim()), rows: rows.slice(0, MOST_ROWS) };
};

/** Reads the first lines of a selected file. */
export const readHead = async (file: Blob, encoding: string, delimiter?: string): Promise<CsvHead> =>
  csvHead(new TextDecoder(encoding).decode(await file.slice(0, HEAD_BYTES).arrayBuffer()), delimiter);
