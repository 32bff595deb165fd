import { type CsvRecord, delimiterOf, NotCsv, readCsv } from '../../../../layers/kernel/csv/read-csv.ts';
import { decimalsOf } from '../../../../layers/kernel/money/currency.ts';
import { type Exact, toMinorUnits } from '../../../../layers/kernel/money/exact.ts';
import type { BillRefusal, FaultyRow, RowFault } from './bill-line.ts';
import { categoryOf, type Layout, layoutOf } from './columns.ts';
import { type Expected, lineOf, NotThisBill, type Row, rowOf } from './read-row.ts';
import { type BillSummary, summing } from './summary.ts';

/** A parsed bill, or why it is refused. */
export type BillRead = { summary: BillSummary } | { refused: BillRefusal };

/** After this many invalid rows parsing stops, because the file is not what it claims to be. */
export const MOST_FAULTS = 1000;

/** The maximum number of distinct last cells of rows that are remembered, to detect a truncated one. */
const MOST_LAST_CELLS = 1000;

const CUT =
  'The file ends in the middle of a row: it broke off on its way. Download the export again and send it whole.';

/** Returns whether a row declares a category other than use. */
const isOther = (row: Row, { format }: Layout): boolean => {
  const charge = categoryOf(format, { kind: row('kind'), class: row('class'), product: row('product'), cost: 0n });
  return charge !== undefined && charge.category !== 'usage' && charge.category !== 'unknown';
};

/** A bill in progress: its heading, the invalid rows, the sums so far. */
const reading = (expected: Expected) => {
  const [sums, faults, seen] = [summing(), [] as FaultyRow[], new Set<string>()];
  let [layout, heading]: [Layout | undefined, readonly string[]] = [undefined, []];
  // One row behind, because only the end shows whether the last row is complete.
  let last: CsvRecord | undefined;
  const lastCells = new Set<string>();

  const fault = (line: number, reason: RowFault): void => {
    faults.push({ line, reason });
    if (faults.length < MOST_FAULTS) return;
    const detail = `${MOST_FAULTS} rows cannot be read; reading stopped at line ${line}. Check the export’s columns and format.`;
    throw new NotThisBill('unreadable-rows', detail, faults);
  };
  const open = (cells: readonly string[]): void => {
    const found = layoutOf(cells);
    if ('refused' in found) throw new NotThisBill(found.refused.code, found.refused.detail);
    [layout, heading] = [found, cells];
  };
  // Concatenated parts of one export each include the heading.
  const isHeading = (cells: readonly string[]): boolean => cells.every((cell, at) => cell === heading[at]);
  const isTwin = (row: Row): boolean => {
    if (row('lineId') === '') return false;
    // The line id is unique only per hour or day of a month (Data Exports table dictionary, identity_line_item_id).
    const key = `${row('lineId')} ${row('interval')} ${row('begin')}`;
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  };

  /** Adds a row, or returns why it is invalid. */
  const readRow = (record: CsvRecord, known: Layout): RowFault | undefined => {
    if ('fault' in record) return record.fault;
    const { cells, line } = record;
    if (cells.length !== known.width) return cells.length < known.width ? 'too-few-cells' : 'too-many-cells';
    if (isHeading(cells)) return undefined;
    const row = rowOf(known, cells);
    const read = lineOf(known, row, line, expected);
    if (typeof read === 'string') return read;
    if (isTwin(row)) return 'line-twice';
    if (lastCells.size < MOST_LAST_CELLS) lastCells.add(cells.at(-1) ?? '');
    sums.add(read);
    return undefined;
  };
  /**
   * Returns whether the last row of a file without a final line end is complete: it has all cells, and its last one is no prefix of
   * other rows' values there. For a number or a unique name only the invoice's total can show it. Rows other than use (tax, a credit)
   * leave cells empty that use fills.
   */
  const isWhole = (record: CsvRecord, known: Layout): boolean => {
    if ('fault' in record || record.cells.length !== known.width) return false;
    const end = record.cells.at(-1) ?? '';
    if (end === '' && isOther(rowOf(known, record.cells), known)) return true;
    return lastCells.has(end) || ![...lastCells].some((other) => other.startsWith(end));
  };
  const work = (record: CsvRecord): void => {
    if (layout === undefined) {
      if ('fault' in record) throw new NotThisBill('not-csv', 'The first line cannot be read as CSV in UTF-8.');
      open(record.cells);
      return;
    }
    const reason = readRow(record, layout);
    if (reason !== undefined) fault(record.line, reason);
  };

  return {
    take: (record: CsvRecord): void => {
      if (last !== undefined) work(last);
      last = record;
    },
    end: (endsALine: boolean): BillSummary => {
      if (last === undefined) throw new NotThisBill('no-rows', 'The file is empty. Send the export of the month.');
      const isCut = !endsALine && layout !== undefined && !isWhole(last, layout);
      if (isCut || ('fault' in last && last.fault === 'quote-not-closed')) {
        throw new NotThisBill('truncated', CUT, faults);
      }
      work(last);
      if (layout === undefined) throw new NotThisBill('no-rows', 'The file is empty. Send the export of the month.');
      if (faults.length > 0) {
        const lines = faults.map(({ line }) => line);
        const detail = `${faults.length} rows cannot be read (line ${lines.slice(0, 5).join(', ')}${lines.length > 5 ? ' …' : ''}): without them the bill would not sum. Export it again, or mend them.`;
        throw new NotThisBill('unreadable-rows', detail, faults);
      }
      const summary = sums.end({ format: layout.format, month: expected.month, currency: expected.currency });
      if (summary.lines === 0)
        throw new NotThisBill('no-rows', `The file has a heading and no rows of ${expected.month}.`);
      return summary;
    },
  };
};

/** Passes bytes on and records whether the last one ends a line: a row truncated in its last column otherwise looks complete. */
const watched = (chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => {
  const seen: { last: number | undefined; head: Uint8Array } = { last: undefined, head: new Uint8Array() };
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      if (chunk.length === 0) continue;
      seen.last = chunk.at(-1);
      yield chunk;
    }
  }
  return { seen, bytes };
};

const kindOf = (head: Uint8Array): string | undefined => {
  const magic = Buffer.from(head.subarray(0, 4)).toString('latin1');
  if (magic === 'PAR1') return 'Parquet';
  if (magic.startsWith('PK')) return 'a ZIP archive or a workbook';
  return head.subarray(0, 512).includes(0) ? 'a binary file' : undefined;
};

/** Returns the first non-empty chunk, and all chunks again. */
const peeked = async (
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; all: AsyncIterable<Uint8Array> }> => {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  const head = first.done ? new Uint8Array() : first.value;
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield head;
      for (;;) {
        const next = await iterator.next();
        if (next.done) return;
        yield next.value;
      }
    } finally {
      // Stopping early also closes the file.
      await iterator.return?.();
    }
  }
  return { head, all: all() };
};

const totalDiffers = ({ total, currency }: BillSummary, invoiced: Exact): boolean => {
  const digits = decimalsOf(currency);
  return toMinorUnits(total, digits) !== toMinorUnits(invoiced, digits);
};

/**
 * Parses a bill of AWS Data Exports (CUR 2.0, FOCUS 1.0 and 1.2 as unpacked CSV) as a stream, with memory for its sums. All or nothing:
 * an invalid row is named with its line and refuses the bill, because it would not sum. Refuses with every code of `billRefusals` except
 * `other-file` and `too-large`, each with the remedy.
 */
export const readBill = async (
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  expected: Expected,
): Promise<BillRead> => {
  const { seen, bytes } = watched(chunks);
  const bill = reading(expected);
  try {
    const { head, all } = await peeked(bytes());
    const other = kindOf(head);
    if (other !== undefined)
      throw new NotThisBill('not-csv', `The file is ${other}. Export it as text/csv, packed by GZIP or not.`);
    for await (const record of readCsv(all, { delimiter: delimiterOf(head), encoding: 'utf-8' })) bill.take(record);
    const summary = bill.end(seen.last === 0x0a || seen.last === 0x0d);
    if (expected.total !== undefined && totalDiffers(summary, expected.total)) {
      const detail = 'The rows do not sum to the total that was said: rows are missing, or it is another bill’s total.';
      throw new NotThisBill('total-differs', detail);
    }
    return { summary };
  } catch (error) {
    if (error instanceof NotThisBill) return { refused: error.refusal };
    if (error instanceof NotCsv) return { refused: { code: 'not-csv', detail: error.message, faults: [] } };
    throw error;
  }
};
