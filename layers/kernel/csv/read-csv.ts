/** The encodings of CSV files. Latin-1 (ISO 8859-1) is read as its superset Windows-1252. */
export const encodings = ['utf-8', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

/** The delimiters of CSV files. */
export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** The format of a CSV file; `offset` and `line` state where reading starts. */
export type CsvForm = { delimiter: Delimiter; encoding: Encoding; offset?: number; line?: number };

/**
 * The reason why a record is invalid: longer than the limit, an unclosed quote, text after a closing quote, or bytes of another encoding.
 */
export type CsvFault = 'record-too-long' | 'quote-not-closed' | 'text-after-quote' | 'not-in-encoding';

/** One record of a file: its first line (from 1), the bytes from `start` up to but not including `end`, its cells or the fault. */
export type CsvRecord = { line: number; start: number; end: number } & ({ cells: string[] } | { fault: CsvFault });

/** The maximum length of a record, in bytes: an unclosed quote must not consume the file. */
export const MAX_RECORD_BYTES = 32_768;

/**
 * The maximum number of overlong or unclosed records before the file is rejected as no CSV: each makes the parser read that many bytes
 * again.
 */
export const MAX_LONG_RECORDS = 1000;

/** Thrown when a file is not CSV, whatever its name. */
export class NotCsv extends Error {
  override name = 'NotCsv';
}

const [QUOTE, LF, CR] = [0x22, 0x0a, 0x0d];

/** Returns the length of a UTF-8 byte order mark at the start of these bytes, or 0. */
export const bomLength = (head: Uint8Array): number =>
  head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;

type Cell = { from: number; to: number; doubled: boolean };
type Scanned = { next: number; cells: Cell[]; lines: number; stray: boolean };

// CR LF, LF or a lone CR ends a record. Undefined: more bytes are needed to decide.
const lineEnd = (bytes: Uint8Array, at: number, final: boolean): number | undefined => {
  if (bytes[at] === LF) return at + 1;
  if (at + 1 < bytes.length) return bytes[at + 1] === LF ? at + 2 : at + 1;
  return final ? at + 1 : undefined;
};

const linesIn = (bytes: Uint8Array, from: number, to: number): number => {
  let lines = 0;
  for (let at = from; at < to; at += 1) {
    if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) lines += 1;
  }
  return lines;
};

type Quoted = { cell: Cell; after: number } | 'open';

// RFC 4180: a quote inside is doubled. `from` is the position after the opening quote.
const quoted = (bytes: Buffer, from: number, final: boolean): Quoted => {
  let [at, doubled] = [from, false];
  for (;;) {
    const quote = bytes.indexOf(QUOTE, at);
    if (quote < 0 || (quote + 1 >= bytes.length && !final)) return 'open';
    if (bytes[quote + 1] !== QUOTE) return { cell: { from, to: quote, doubled }, after: quote + 1 };
    [at, doubled] = [quote + 2, true];
  }
};

/** Scans one record. Undefined: it does not end in these bytes. */
const scan = (bytes: Buffer, start: number, delimiter: number, final: boolean): Scanned | undefined => {
  const cells: Cell[] = [];
  let [at, lines, stray] = [start, 1, false];
  for (;;) {
    let cell: Cell | undefined;
    if (bytes[at] === QUOTE) {
      const found = quoted(bytes, at + 1, final);
      if (found === 'open') return undefined;
      cell = found.cell;
      lines += linesIn(bytes, cell.from, cell.to);
      at = found.after;
    }
    const from = at;
    while (at < bytes.length && bytes[at] !== delimiter && bytes[at] !== LF && bytes[at] !== CR) at += 1;
    if (at >= bytes.length && !final) return undefined;
    stray ||= cell !== undefined && bytes.subarray(from, at).some((byte) => byte !== 0x20);
    cells.push(cell ?? { from, to: at, doubled: false });
    if (at >= bytes.length) return { next: at, cells, lines, stray };
    if (bytes[at] === delimiter) {
      at += 1;
      continue;
    }
    const next = lineEnd(bytes, at, final);
    return next === undefined ? undefined : { next, cells, lines, stray };
  }
};

/** Returns a function that decodes a cell's bytes; it returns undefined for bytes that are invalid in the encoding. */
const decoderOf = (encoding: Encoding): ((bytes: Buffer, cell: Cell) => string | undefined) => {
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8', ignoreBOM: true });
  return (bytes, { from, to, doubled }) => {
    let plain = true;
    for (let at = from; at < to && plain; at += 1) plain = (bytes[at] ?? 0) < 0x80;
    try {
      // Nearly all cells are ASCII, which decodes ten times as fast.
      const text = plain ? bytes.toString('latin1', from, to) : decoder.decode(bytes.subarray(from, to));
      return doubled ? text.replaceAll('""', '"') : text;
    } catch {
      return undefined;
    }
  };
};

const isBlank = ({ cells: [cell, ...more] }: Scanned): boolean =>
  more.length === 0 && cell !== undefined && cell.from === cell.to;

/**
 * Parses the records of a file as a stream, with memory for one chunk and one record. Quotes, line ends inside them, CR LF and a byte
 * order mark follow RFC 4180 and common practice; blank lines are skipped. A record that is too long or has an unclosed quote is yielded
 * with its fault, and parsing continues after its first line. Throws `NotCsv` when there are too many of them.
 */
export async function* readCsv(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { delimiter, encoding, offset = 0, line: first = 1 }: CsvForm,
): AsyncGenerator<CsvRecord> {
  const [code, decode] = [delimiter.charCodeAt(0), decoderOf(encoding)];
  let [bytes, base, line, long] = [Buffer.alloc(0), offset, first, 0];
  let skipping = false;

  const brokenOff = (): void => {
    long += 1;
    if (long > MAX_LONG_RECORDS) throw new NotCsv('Too many records are too long or have a quote that never closes.');
  };
  const sound = ({ cells, stray }: Scanned): { cells: string[] } | { fault: CsvFault } => {
    const read = cells.map((cell) => decode(bytes, cell));
    if (stray) return { fault: 'text-after-quote' };
    return read.some((cell) => cell === undefined)
      ? { fault: 'not-in-encoding' }
      : { cells: read.map((cell) => cell ?? '') };
  };

  function* read(final: boolean): Generator<CsvRecord> {
    let at = base === 0 ? bomLength(bytes) : 0;
    while (at < bytes.length) {
      const found = skipping ? undefined : scan(bytes, at, code, final);
      const tooLong = (found?.next ?? bytes.length) - at > MAX_RECORD_BYTES;
      // An unclosed quote may have been closed by the next opening quote: only its own line is lost.
      const swallows = found?.stray === true && found.lines > 1;
      if (found !== undefined && !tooLong && !swallows) {
        const place = { line, start: base + at, end: base + found.next };
        if (!isBlank(found)) yield { ...place, ...sound(found) };
        at = found.next;
        line += found.lines;
        continue;
      }
      if (!final && found === undefined && !tooLong && !skipping) break;
      const end = bytes.indexOf(LF, at);
      if (!skipping) {
        brokenOff();
        const fault = (end < 0 ? bytes.length : end) - at > MAX_RECORD_BYTES ? 'record-too-long' : 'quote-not-closed';
        yield { line, start: base + at, end: base + (end < 0 ? bytes.length : end + 1), fault };
      }
      skipping = end < 0;
      at = end < 0 ? bytes.length : end + 1;
      if (end >= 0) line += 1;
    }
    base += at;
    bytes = bytes.subarray(at);
  }

  for await (const chunk of chunks) {
    bytes = bytes.length === 0 ? Buffer.from(chunk) : Buffer.concat([bytes, chunk]);
    yield* read(false);
  }
  yield* read(true);
}

/** Returns the delimiter by the first line: the most frequent candidate; a comma when there is none. */
export const delimiterOf = (head: Uint8Array): Delimiter => {
  const [line = ''] = Buffer.from(head).toString('latin1').split(/\r|\n/, 1);
  const count = (delimiter: string): number => line.split(delimiter).length;
  return delimiters.reduce((best, one) => (count(one) > count(best) ? one : best));
};
