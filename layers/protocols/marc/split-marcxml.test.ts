import * as fc from 'fast-check';
import { anyRecord } from '../../../test/builders/marc-records.ts';
import { partRanges } from './part-ranges.ts';
import { type Piece, splitRecords } from './split-iso2709.ts';
import { marcXmlSplitter } from './split-marcxml.ts';
import { marcXmlCollection, writeMarcXml } from './write-marcxml.ts';

const chunksOf = (text: string, size: number): Buffer[] => {
  const bytes = Buffer.from(text);
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
};
const split = async (text: string, size = 1_000_000, options = {}): Promise<Piece[]> => {
  const pieces: Piece[] = [];
  for await (const piece of splitRecords(chunksOf(text, size), marcXmlSplitter(options))) pieces.push(piece);
  return pieces;
};
const record = '<record><controlfield tag="001">é</controlfield></record>';
const length = Buffer.byteLength(record);

describe('splitting a MARCXML file', () => {
  const xml = anyRecord.map((any) => {
    const written = writeMarcXml(any);
    return 'xml' in written ? written.xml : '';
  });
  const junk = fc.constantFrom(
    '<record><header/></record>',
    '<!-- <record> -->',
    '<record>',
    '</record>',
    '<record/>',
    '\n',
    record,
  );
  const files = fc.array(fc.oneof(xml, junk), { maxLength: 6 }).map((parts) => marcXmlCollection(parts));

  it('returns the same pieces for any chunks of the file', async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.integer({ min: 1, max: 300 }), async (file, size) => {
        expect(await split(file, size)).toEqual(await split(file));
      }),
      { numRuns: 60 },
    );
  });

  it('cuts a file into parts that give the pieces of the whole', async () => {
    const file = marcXmlCollection([record, record, record, record, record]);
    const pieces: Piece[] = [];
    const counts: number[] = [];
    for await (const part of partRanges(chunksOf(file, 50), marcXmlSplitter(), 2)) {
      counts.push(part.records);
      pieces.push(
        ...(await split(Buffer.from(file).subarray(part.start, part.end).toString(), 40, { offset: part.start })),
      );
    }
    expect(counts).toEqual([2, 2, 1]);
    expect(pieces).toEqual(await split(file));
  });

  it('refuses a record above the limit in any chunks, and continues', async () => {
    const long = record.replace('é', 'x'.repeat(3_000));
    const expected = [
      { offset: 0, length: long.length, reason: 'record-over-cap' },
      { offset: long.length, bytes: Buffer.from(record) },
    ];
    expect(await split(long + record, 100, { cap: 1_000 })).toEqual(expected);
    expect(await split(long + record, 1_000_000, { cap: 1_000 })).toEqual(expected);
  });

  it('refuses a record above the limit that never ends', async () => {
    const endless = `<record>${'x'.repeat(9_000)}`;
    expect(await split(record + endless, 100, { cap: 1_000 })).toEqual([
      { offset: 0, bytes: Buffer.from(record) },
      { offset: length, length: endless.length, reason: 'record-over-cap' },
    ]);
  });

  it('refuses the whole file when it has a DOCTYPE, in any chunks', async () => {
    const file = `<?xml version="1.0"?><!DOCTYPE a []>${record}`;
    expect(await split(file, 7)).toEqual([{ offset: 21, length: Buffer.byteLength(file) - 21, reason: 'doctype' }]);
  });

  const filler = '<leader/>'.repeat(500);

  it.each([
    ['a DOCTYPE', `<collection>${filler}<!DOCTYPE a []>${record}`],
    ['a record, with a DOCTYPE behind it', `<collection>${filler}${record}<!DOCTYPE a []>${record}`],
  ])('finds %s far behind the beginning, in any chunks', async (_, file) => {
    const [first] = await split(file);
    expect(first?.offset).toBe('<collection>'.length + filler.length);
    for (const size of [1, 7, 100, 1_000]) expect(await split(file, size)).toEqual(await split(file));
  });

  it('scans a file without a record once, not again for each chunk', async () => {
    const search = jest.spyOn(String.prototype, 'search');
    const file = '<collection>'.concat('<leader/>'.repeat(20_000));
    const chunks = Math.ceil(file.length / 1_000);
    expect(await split(file, 1_000)).toEqual([]);
    const looked = search.mock.contexts.reduce<number>((sum, text) => sum + String(text).length, 0);
    search.mockRestore();
    // For a record and for a DOCTYPE, each time with the end of the previous text.
    expect(looked).toBeGreaterThanOrEqual(2 * file.length);
    expect(looked).toBeLessThanOrEqual(2 * (file.length + 256 * chunks));
  });
});
