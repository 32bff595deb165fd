import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { essence } from '../../../test/builders/marc-records.ts';
import { describeWithRealData } from '../../../test/builders/real-data.ts';
import { describeRecord } from './description.ts';
import { asMarc8Says } from './encode-marc8.ts';
import { fileKind } from './file-kind.ts';
import { type ItemDialect, itemDialects } from './item-mapping.ts';
import { itemsInMarc } from './items-in-marc.ts';
import { partRanges } from './part-ranges.ts';
import { readIso2709 } from './read-iso2709.ts';
import { readMarcXml } from './read-marcxml.ts';
import type { ReadResult, RejectReason } from './reasons.ts';
import type { MarcRecord } from './record.ts';
import { iso2709Splitter, type Piece } from './split-iso2709.ts';
import { unimarcConverter } from './unimarc/unimarc-converter.ts';
import { writeIso2709 } from './write-iso2709.ts';
import { writeMarcXml } from './write-marcxml.ts';

const CHUNK = 65_536;

const bytesOf = (file: string): Buffer => {
  const bytes = readFileSync(file);
  return file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
};

function* chunksOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

function* piecesOf(bytes: Buffer): Generator<Piece> {
  const splitter = iso2709Splitter();
  for (const chunk of chunksOf(bytes)) yield* splitter.push(chunk);
  yield* splitter.end();
}

type Outcome = { record: MarcRecord } | { rejected: RejectReason };

/** Yields the outcome of every record of a file; for a large file, of each `every`th. */
function* outcomesOf(bytes: Buffer, every = 1): Generator<Outcome> {
  const kind = fileKind(bytes);
  if ('rejected' in kind) throw new Error(kind.rejected);
  if (kind.kind === 'marcxml') {
    yield* readMarcXml(bytes);
    return;
  }
  let count = 0;
  for (const piece of piecesOf(bytes)) {
    if (count++ % every === 0)
      yield 'reason' in piece ? { rejected: piece.reason } : readIso2709(piece.bytes, unimarcConverter);
  }
}

const tally = (bytes: Buffer, every = 1) => {
  let read = 0;
  let accepted = 0;
  const rejected: Partial<Record<RejectReason, number>> = {};
  for (const outcome of outcomesOf(bytes, every)) {
    read++;
    if ('record' in outcome) accepted++;
    else rejected[outcome.rejected] = (rejected[outcome.rejected] ?? 0) + 1;
  }
  return { read, accepted, rejected };
};

/** Returns false for lengths that exceed ISO 2709: such a record is read, and written as MARCXML only. */
const fitsIso2709 = (record: MarcRecord): boolean => 'bytes' in writeIso2709(record);

type ReadBack = ReadResult | { refused: object[] };

const backFromIso2709 = (record: MarcRecord): ReadBack => {
  const written = writeIso2709(record);
  return 'refused' in written ? written : readIso2709(written.bytes);
};

const backFromMarc8 = (record: MarcRecord): ReadBack => {
  const written = writeIso2709(record, 'marc-8');
  return 'refused' in written ? written : readIso2709(written.bytes);
};

/** Returns a record after a MARC-8 round trip: the same text in NFC. */
const inMarc8 = (record: MarcRecord): MarcRecord => JSON.parse(asMarc8Says(JSON.stringify(record)));

const backFromMarcXml = (record: MarcRecord): ReadBack => {
  const written = writeMarcXml(record);
  return 'refused' in written ? written : ([...readMarcXml(written.xml)][0] ?? { rejected: 'empty-file' });
};

/** Returns the records that change in a round trip; compared as text, because jest's comparison takes most of a minute here. */
const changed = (records: readonly MarcRecord[], back: (record: MarcRecord) => ReadBack): object[] =>
  records.flatMap((record) => {
    const again = back(record);
    const same =
      'record' in again &&
      JSON.stringify([essence(again.record), again.warnings]) === JSON.stringify([essence(record), []]);
    return same ? [] : [{ record, again }];
  });

const recordsOf = (bytes: Buffer, every = 1): MarcRecord[] =>
  [...outcomesOf(bytes, every)].flatMap((outcome) => ('record' in outcome ? [outcome.record] : []));

describeWithRealData('real records', (folder) => {
  const marc = path.join(folder, 'marc');
  // Of large files each fifth record is read and written; `npm run prove:marc` does so with all of them.
  const sound: [file: string, records: number, every: number][] = [
    ['members/lib1.mrc', 3117, 5],
    ['members/lib2.mrc', 3135, 5],
    ['members/lib3.mrc', 3162, 5],
    ['members/lib4.mrc', 3183, 5],
    ['members/lib5.mrc', 3178, 5],
    ['dedup-records.mrc', 15_714, 5],
    ['gpo-cgp/records.mrc.gz', 19_594, 5],
    ['uva/records.mrc', 2_000, 5],
    ['penn-state/records.mrc', 594, 1],
    ['temple/records.mrc', 625, 1],
    ['princeton/records.mrc', 520, 1],
    ['scsb-recap/records.mrc', 77, 1],
    ['trln-4univ/records.mrc', 397, 1],
    ['evergreen-mrc/records.mrc', 1_858, 5],
    ['lobid-hbz/records.mrc', 236, 1],
    ['rero/records.mrc', 445, 1],
  ];

  it.each(sound)(
    'accepts the records of %s and writes each so that it is read back unchanged',
    (file, records, every) => {
      const bytes = bytesOf(path.join(marc, file));
      expect([...piecesOf(bytes)]).toHaveLength(records);
      const read = recordsOf(bytes, every);
      expect(read).toHaveLength(Math.ceil(records / every));
      expect(changed(read, backFromIso2709)).toEqual([]);
      expect(
        changed(
          read.filter((_record, i) => i % 5 === 0),
          backFromMarcXml,
        ),
      ).toEqual([]);
    },
  );

  it.each(sound)('writes records of %s in MARC-8 so that they are read back unchanged', (file) => {
    const read = recordsOf(bytesOf(path.join(marc, file)), file.endsWith('.gz') ? 50 : 10).map(inMarc8);
    expect(changed(read, backFromMarc8)).toEqual([]);
  });

  it.each(readdirSync(path.join(marc, 'malformed')))('accounts for every record of the malformed %s', (file) => {
    const bytes = bytesOf(path.join(marc, 'malformed', file));
    const { read, accepted, rejected } = tally(bytes);
    expect(accepted + Object.values(rejected).reduce((sum, count) => sum + count, 0)).toBe(read);
    expect(read).toBeGreaterThan(0);
    const records = recordsOf(bytes);
    expect(records).toHaveLength(accepted);
    expect(changed(records.filter(fitsIso2709), backFromIso2709)).toEqual([]);
    expect(changed(records, backFromMarcXml)).toEqual([]);
    expect(changed(records.filter(fitsIso2709).map(inMarc8), backFromMarc8)).toEqual([]);
    expect(() => records.map(describeRecord)).not.toThrow();
  });

  it('rejects only unreadable records of the malformed files', () => {
    const all = readdirSync(path.join(marc, 'malformed')).map((file) =>
      tally(bytesOf(path.join(marc, 'malformed', file))),
    );
    const rejected: Partial<Record<string, number>> = {};
    for (const one of all) {
      for (const [reason, count] of Object.entries(one.rejected)) rejected[reason] = (rejected[reason] ?? 0) + count;
    }
    expect(rejected).toEqual({ 'no-fields': 1, 'directory-broken': 6 });
  });

  it('cuts a file into parts that contain its records', async () => {
    const bytes = bytesOf(path.join(marc, 'uva/records.mrc'));
    let records = 0;
    let end = 0;
    for await (const part of partRanges(chunksOf(bytes), iso2709Splitter(), 300)) {
      expect(part.start).toBe(end);
      expect(tally(bytes.subarray(part.start, part.end))).toEqual({
        read: part.records,
        accepted: part.records,
        rejected: {},
      });
      records += part.records;
      end = part.end;
    }
    expect({ records, end }).toEqual({ records: 2_000, end: bytes.length });
  });

  it.each<[string, ItemDialect, number]>([
    ['uva', 'symphony-999', 2_903],
    ['penn-state', 'symphony-949', 10_867],
    ['trln-4univ', 'symphony-999', 205],
    ['trln-4univ', 'sierra-999', 479],
    ['trln-4univ', 'innovative-945', 77],
    ['trln-4univ', 'innovative-949', 24],
    ['trln-4univ', 'aleph-940', 1_882],
    ['trln-4univ', 'marc-852', 183],
    ['temple', 'alma-itm', 188],
    ['princeton', 'alma-876', 889],
    ['evergreen-mrc', 'symphony-949', 2_126],
  ])('finds the items of %s by %s, and accounts for every field', (library, dialect, expected) => {
    let items = 0;
    for (const outcome of outcomesOf(bytesOf(path.join(marc, library, 'records.mrc')))) {
      if (!('record' in outcome)) continue;
      const mapping = itemDialects[dialect];
      const found = itemsInMarc(outcome.record, mapping);
      const indicators = 'indicators' in mapping ? mapping.indicators : undefined;
      const held = outcome.record.data.filter(
        ({ tag, ind1, ind2 }) => tag === mapping.tag && (indicators === undefined || ind1 + ind2 === indicators),
      );
      expect(found.items.length + found.skipped.length).toBe(held.length);
      items += found.items.length;
    }
    expect(items).toBe(expected);
  });

  it.each<[string, ItemDialect, string[], number]>([
    ['penn-state', 'symphony-949', ['PSt'], 6],
    ['uva', 'symphony-999', [], 27],
    // Ten more state that Harvard keeps its copy in the shared depository.
    ['princeton', 'alma-876', ['NjP'], 5],
  ])('finds the retention commitments of %s, and not those of others', (library, dialect, institutions, expected) => {
    const retained = [...outcomesOf(bytesOf(path.join(marc, library, 'records.mrc')))].flatMap((outcome) => {
      if (!('record' in outcome)) return [];
      return itemsInMarc(outcome.record, { ...itemDialects[dialect], institutions }).items.flatMap(
        ({ retention }) => retention ?? [],
      );
    });
    expect(retained).toHaveLength(expected);
    for (const { program, until } of retained) {
      // The shared depository's notes name no end: the commitment is permanent.
      if (program?.startsWith('ReCAP; ')) expect(until).toBeUndefined();
      else
        expect([program, until?.slice(0, 4)]).toEqual([
          expect.stringMatching(/^(HathiTrust|Scholars Trust)$/),
          expect.stringMatching(/^20(35|4[23])$/),
        ]);
    }
  });

  it('describes the federal documents with the numbers of their cataloguers', () => {
    let [read, oclc, lccn, online, serial] = [0, 0, 0, 0, 0];
    for (const outcome of outcomesOf(bytesOf(path.join(marc, 'gpo-cgp/records.mrc.gz')))) {
      if (!('record' in outcome)) continue;
      const description = describeRecord(outcome.record);
      read++;
      if (description.titles.title === '') throw new Error(`no title in record ${read}`);
      if (description.identifiers.oclc.length > 0) oclc++;
      if (description.identifiers.lccn.length > 0) lccn++;
      if (description.isOnline) online++;
      if ('sb'.includes(outcome.record.leader[7] ?? ' ')) serial++;
    }
    expect({ read, oclc, lccn, online, serial }).toEqual({
      read: 19_594,
      oclc: 18_724,
      lccn: 3_653,
      online: 13_570,
      serial: 1_048,
    });
  });

  it('buffers no more than a chunk and a record, for any length of file', () => {
    const file = bytesOf(path.join(marc, 'members/lib1.mrc'));
    const splitter = iso2709Splitter();
    let records = 0;
    let held = 0;
    for (let times = 0; times < 60; times++) {
      for (const chunk of chunksOf(file)) {
        for (const piece of splitter.push(new Uint8Array(chunk))) {
          records++;
          // A record is a view of the splitter's buffer, so the buffer shows how much is held.
          if ('bytes' in piece) held = Math.max(held, piece.bytes.buffer.byteLength);
        }
      }
    }
    expect(records + splitter.end().length).toBe(60 * 3_117);
    expect(held).toBeLessThan(CHUNK + 100_000);
  });
});
