import * as z from 'zod';
import { bomLength, type CsvRecord, delimiterOf, NotCsv, readCsv } from '../../../layers/kernel/csv/read-csv.ts';
import { labelReadings, normaliseScan } from '../../../layers/kernel/identity/card-number.ts';
import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { fileKind, SNIFF_LENGTH } from '../../../layers/protocols/marc/file-kind.ts';
import { nameKey } from '../../patrons/public/name-key.ts';
import { shortKey } from '../data/digests.ts';
import { type FileHead, keysKey, notesKey, type StoredFile, uploadKey } from '../data/load-store.ts';
import type { FileKind } from '../domain/files/file-kinds.ts';
import { type KeyGatherer, keyGatherer } from '../domain/files/key-set.ts';
import type { Mapping } from '../domain/files/mapping.ts';
import { type PlaceGatherer, placeGatherer } from '../domain/files/queue-places.ts';
import { dayOf, readHeading, timeOf } from '../domain/files/read-row.ts';

/** Rows of a part: some seconds of work, so that an interruption costs little. */
export const PART_ROWS = 5000;

/** Most duplicate rows of a file; with more, the file is not of the kind that was named. */
const MOST_DUPLICATES = 100_000;

/** The rows that duplicate an earlier one, and the holds with a queue time other than their request time (epoch ms), by line. */
const notesSchema = z.object({
  twins: z.array(z.tuple([z.number(), z.enum(['id', 'card', 'person']), z.number()])),
  queued: z.array(z.tuple([z.number(), z.number()])),
});
export type Notes = z.infer<typeof notesSchema>;

/** Loads the notes that were made of a file when it was cut. */
export const readNotes = async (bucket: Bucket, loadId: string, fileId: string): Promise<Notes> => {
  const stored = await bucket.get(notesKey(loadId, fileId));
  return stored ? notesSchema.parse(JSON.parse(Buffer.from(stored).toString('utf8'))) : { twins: [], queued: [] };
};

/** An indexed file: its heading, and byte ranges with the line on which each begins; or why it cannot be read. */
export type Indexed =
  | { head: FileHead; ranges: { start: number; end: number; line: number }[] }
  | { problem: { reason: string; detail: string } };

/** Normalises a barcode as files and labels have it. */
export const barcodeOf = (text: string): string => labelReadings(text)[0] ?? '';

/** The key of a row within its file, which must be unique. */
const ownKey: Record<FileKind, (cell: (name: string) => string) => string> = {
  patrons: (cell) => cell('id'),
  items: (cell) => barcodeOf(cell('barcode')),
  // An item has one loan.
  loans: (cell) => barcodeOf(cell('barcode')),
  holds: (cell) => cell('id'),
  bills: (cell) => cell('id'),
  blocks: (cell) => `${cell('patron')}\n${cell('reason')}\n${cell('everywhere')}`,
};

const headOf = async (bucket: Bucket, at: string, size: number): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bucket.range(at, 0, Math.min(size, Math.max(SNIFF_LENGTH, 65_536)))) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const refused = (reason: string, detail: string): Indexed => ({ problem: { reason, detail } });

// The first bytes reveal a spreadsheet or an archive named .csv; a mark or zeros reveal UTF-16.
const isNoText = (head: Buffer): boolean => {
  const kind = fileKind(head.subarray(bomLength(head)));
  const binary = 'rejected' in kind && /pdf|zip|gzip|image|unknown/.test(kind.rejected);
  return binary || head.subarray(0, 2000).includes(0);
};

class Gathered {
  readonly keys: KeyGatherer = keyGatherer();
  readonly cards: KeyGatherer = keyGatherer();
  readonly people: KeyGatherer = keyGatherer();
  readonly places: PlaceGatherer = placeGatherer();
  readonly #kind: FileKind;
  readonly #columns: readonly (string | undefined)[];
  readonly #mapping: Mapping;

  constructor(kind: FileKind, columns: readonly (string | undefined)[], mapping: Mapping) {
    [this.#kind, this.#columns, this.#mapping] = [kind, columns, mapping];
  }

  add(cells: readonly string[], line: number): void {
    const cell = (name: string): string => (cells[this.#columns.indexOf(name)] ?? '').trim();
    const own = ownKey[this.#kind](cell);
    if (own.trim() !== '') this.keys.add(shortKey(this.#kind, own), line);
    if (this.#kind === 'patrons') this.#patron(cell, line);
    if (this.#kind === 'holds') this.#hold(cell, line);
  }

  #patron(cell: (name: string) => string, line: number): void {
    const [card, family, born] = [
      normaliseScan(cell('card')),
      cell('family'),
      dayOf(cell('born'), this.#mapping.dayFormat),
    ];
    if (card !== '') this.cards.add(shortKey('card', card), line);
    // Without a birth date, two patrons of one name are two people.
    if (born === undefined || family === '') return;
    const given = cell('given');
    this.people.add(shortKey('person', nameKey({ family, ...(given !== '' && { given }) }), born), line);
  }

  #hold(cell: (name: string) => string, line: number): void {
    const [place, time] = [Number(cell('place')), timeOf(cell('requested'), this.#mapping)];
    const wanted = cell('record') === '' ? `b ${barcodeOf(cell('barcode'))}` : `r ${cell('record')}`;
    if (time !== undefined && Number.isInteger(place) && place > 0) {
      this.places.add(shortKey('wanted', wanted), place, Date.parse(time), line);
    }
  }

  notes(): Notes {
    const twins = (keys: KeyGatherer, what: 'id' | 'card' | 'person'): Notes['twins'] =>
      keys.duplicates().map(({ line, of }) => [line, what, of]);
    return {
      twins: [...twins(this.keys, 'id'), ...twins(this.cards, 'card'), ...twins(this.people, 'person')],
      queued: [...this.places.moved()],
    };
  }
}

const headingOf = (record: CsvRecord, kind: FileKind, mapping: Mapping) => {
  if (!('cells' in record)) return { detail: 'The first line is no heading.' };
  const heading = readHeading(kind, record.cells, mapping);
  if ('columns' in heading) return heading;
  const { unknown, missing, twice } = heading;
  const listed = (what: string, names: readonly string[]): string =>
    names.length > 0 ? `${what}: ${names.join(', ')}. ` : '';
  return {
    detail: `${listed('Not known', unknown)}${listed('Missing', missing)}${listed('Twice', twice)}`
      .trim()
      .slice(0, 1000),
  };
};

/**
 * Indexes a file in one streaming pass: its heading, where to cut it, duplicate rows, and the keys by which other files refer
 * to it, stored beside it in the bucket. Memory is one chunk, and a few bytes a row.
 */
export const indexFile = async (
  bucket: Bucket,
  { loadId, fileId, kind }: StoredFile,
  mapping: Mapping,
): Promise<Indexed> => {
  const at = uploadKey(loadId, fileId);
  const size = await bucket.size(at);
  if (size === undefined) return refused('file-missing', 'The file was not sent, or was deleted since: send it again.');
  const first = await headOf(bucket, at, size);
  if (isNoText(first)) return refused('not-csv', 'The file is no text: write it as CSV in UTF-8 or Windows-1252.');
  const form = { delimiter: mapping.delimiter ?? delimiterOf(first), encoding: mapping.encoding };
  let gathered: Gathered | undefined;
  let columns: (string | undefined)[] = [];
  const ranges: { start: number; end: number; line: number }[] = [];
  let [rows, open]: [number, { start: number; end: number; line: number } | undefined] = [0, undefined];
  try {
    for await (const record of readCsv(bucket.range(at, 0, size), form)) {
      if (gathered === undefined) {
        const heading = headingOf(record, kind, mapping);
        if ('detail' in heading) return refused('heading-wrong', heading.detail);
        columns = heading.columns;
        gathered = new Gathered(kind, columns, mapping);
        continue;
      }
      open ??= { start: record.start, end: record.end, line: record.line };
      open.end = record.end;
      rows += 1;
      if ('cells' in record) gathered.add(record.cells, record.line);
      if (rows % PART_ROWS !== 0) continue;
      ranges.push(open);
      open = undefined;
    }
  } catch (error) {
    if (error instanceof NotCsv) return refused('not-csv', error.message);
    throw error;
  }
  if (gathered === undefined) return refused('empty-file', 'The file has no heading.');
  if (open) ranges.push(open);
  const notes = gathered.notes();
  if (notes.twins.length > MOST_DUPLICATES) return refused('not-csv', 'Nearly every row duplicates an earlier one.');
  await bucket.put(keysKey(loadId, fileId), gathered.keys.bytes());
  await bucket.put(notesKey(loadId, fileId), JSON.stringify(notes));
  return { head: { columns: columns.map((name) => name ?? null), delimiter: form.delimiter }, ranges };
};
