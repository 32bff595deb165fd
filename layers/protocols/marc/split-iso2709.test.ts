import * as fc from 'fast-check';
import { anyRecord, aRecord, datafield } from '../../../test/builders/marc-records.ts';
import { partRanges } from './part-ranges.ts';
import { iso2709Splitter, type Piece, splitRecords } from './split-iso2709.ts';
import { writeIso2709 } from './write-iso2709.ts';

const bytesOf = (record: Parameters<typeof writeIso2709>[0]): Buffer => {
  const written = writeIso2709(record);
  if ('refused' in written) throw new Error(JSON.stringify(written.refused));
  return Buffer.from(written.bytes);
};
const titled = (title: string): Buffer => bytesOf(aRecord([datafield('245', '00', `$a${title}`)], { '001': title }));
const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');

const chunksOf = (bytes: Uint8Array, size: number): Uint8Array[] => {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.slice(at, at + size));
  return chunks;
};
const split = async (bytes: Uint8Array, size = 64, options = {}): Promise<Piece[]> => {
  const pieces: Piece[] = [];
  for await (const piece of splitRecords(chunksOf(bytes, size), iso2709Splitter(options))) {
    pieces.push('bytes' in piece ? { offset: piece.offset, bytes: Buffer.from(piece.bytes) } : piece);
  }
  return pieces;
};
const summary = (pieces: Piece[]): (string | number)[][] =>
  pieces.map((piece) =>
    'bytes' in piece ? [piece.offset, piece.bytes.length] : [piece.offset, piece.length, piece.reason],
  );

const one = titled('One');
const two = titled('Two, which is longer');

describe('splitting a file of records', () => {
  it('returns each record with its byte offset', async () => {
    expect(await split(Buffer.concat([one, two]))).toEqual([
      { offset: 0, bytes: one },
      { offset: one.length, bytes: two },
    ]);
  });

  it.each([
    ['line breaks', '\r\n'],
    ['NUL bytes', '\0\0\0\0'],
    ['a blank line', '\n  \n'],
  ])('skips %s between records', async (_name, filler) => {
    expect(summary(await split(Buffer.concat([one, ascii(filler), two, ascii(filler)])))).toEqual([
      [0, one.length],
      [one.length + filler.length, two.length],
    ]);
  });

  it('refuses a truncated end with its offset', async () => {
    expect(summary(await split(Buffer.concat([one, two.subarray(0, 50)])))).toEqual([
      [0, one.length],
      [one.length, 50, 'truncated-record'],
    ]);
  });

  it('refuses garbage between records, and continues at the next leader', async () => {
    expect(summary(await split(Buffer.concat([one, ascii('what is this'), two])))).toEqual([
      [0, one.length],
      [one.length, 12, 'not-a-record'],
      [one.length + 12, two.length],
    ]);
  });

  it('refuses a record that is truncated before the next one begins', async () => {
    expect(summary(await split(Buffer.concat([two.subarray(0, 60), one])))).toEqual([
      [0, 60, 'truncated-record'],
      [60, one.length],
    ]);
  });

  it('copies its buffer a constant number of times, for any number of chunks in a record', () => {
    const made = jest.spyOn(Buffer, 'allocUnsafeSlow');
    const long = Buffer.concat([ascii('99999nam a2200000 a 4500'), Buffer.alloc(400_000, 'x'), ascii('\x1d')]);
    const splitter = iso2709Splitter();
    const pieces = [...chunksOf(long, 500).flatMap((chunk) => splitter.push(chunk)), ...splitter.end()];
    expect(summary(pieces)).toEqual([[0, long.length]]);
    expect(made.mock.calls.reduce((sum, [size]) => sum + size, 0)).toBeLessThan(6 * long.length);
    made.mockRestore();
  });

  it('refuses a record above the limit, and continues after its terminator', async () => {
    const long = titled('x'.repeat(900));
    expect(summary(await split(Buffer.concat([one, long, two]), 64, { cap: 500 }))).toEqual([
      [0, one.length],
      [one.length, long.length, 'record-over-cap'],
      [one.length + long.length, two.length],
    ]);
  });

  it('keeps a record whole when its data contain a terminator and its length includes it', async () => {
    const odd = Buffer.from(two);
    odd[odd.length - 5] = 0x1d;
    expect(summary(await split(Buffer.concat([odd, one])))).toEqual([
      [0, odd.length],
      [odd.length, one.length],
    ]);
  });

  it('returns nothing for an empty file', async () => {
    expect(await split(Buffer.alloc(0))).toEqual([]);
  });

  it('buffers no more than the limit and a chunk of a file that never ends a record', () => {
    const splitter = iso2709Splitter({ cap: 10_000 });
    const chunk = Buffer.alloc(1_000, 'a');
    for (let i = 0; i < 200; i++) expect(splitter.push(chunk)).toEqual([]);
    expect(summary(splitter.end())).toEqual([[0, 200_000, 'record-over-cap']]);
  });

  const junk = fc.oneof(
    anyRecord.map(bytesOf),
    fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
    fc.constantFrom(one.subarray(0, 70), two.subarray(10), ascii('\n'), ascii('\u001d'), ascii('\0\0')),
  );
  const files = fc.array(junk, { maxLength: 6 }).map((parts) => Buffer.concat(parts));

  it('returns the same pieces for any chunks of the file', async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.integer({ min: 1, max: 200 }), async (file, size) => {
        expect(await split(file, size)).toEqual(await split(file, 1_000_000));
      }),
      { numRuns: 60 },
    );
  });

  it('accounts for every byte: between pieces there is only filler', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (file) => {
        let at = 0;
        for (const piece of await split(file)) {
          expect(between(file, at, piece.offset)).toEqual('');
          at = piece.offset + ('bytes' in piece ? piece.bytes.length : piece.length);
        }
        expect(between(file, at, file.length)).toEqual('');
      }),
      { numRuns: 60 },
    );
  });

  it('cuts a file into parts that give the pieces of the whole', async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.integer({ min: 1, max: 4 }), async (file, perPart) => {
        const pieces: Piece[] = [];
        let end = 0;
        for await (const part of partRanges(chunksOf(file, 100), iso2709Splitter(), perPart)) {
          expect(part.start).toBe(end);
          const own = await split(file.subarray(part.start, part.end), 70, { offset: part.start });
          expect(own).toHaveLength(part.records);
          pieces.push(...own);
          end = part.end;
        }
        expect(end).toBe(file.length);
        expect(pieces).toEqual(await split(file));
      }),
      { numRuns: 60 },
    );
  });

  it('begins each part at a record', async () => {
    const parts = [];
    for await (const part of partRanges([Buffer.concat([one, two, one, two, one])], iso2709Splitter(), 2))
      parts.push(part);
    const pair = one.length + two.length;
    expect(parts).toEqual([
      { start: 0, end: pair, records: 2 },
      { start: pair, end: 2 * pair, records: 2 },
      { start: 2 * pair, end: 2 * pair + one.length, records: 1 },
    ]);
  });
});

/** Returns the bytes between two positions without filler and lone terminators. */
const between = (file: Buffer, from: number, to: number): string =>
  [...file.subarray(from, to)].filter((byte) => ![0, 9, 10, 13, 26, 29, 32, 0xef, 0xbb, 0xbf].includes(byte)).join(' ');
