import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readIso2709 } from '../layers/protocols/marc/read-iso2709.ts';
import type { MarcRecord } from '../layers/protocols/marc/record.ts';
import { iso2709Splitter, type Piece } from '../layers/protocols/marc/split-iso2709.ts';
import { writeIso2709 } from '../layers/protocols/marc/write-iso2709.ts';
import { realData } from '../test/builders/real-data.ts';

/** The files of valid records beside the project, as paths under its folder `marc`. */
export const soundFiles: readonly string[] = [
  ...[1, 2, 3, 4, 5].map((n) => `members/lib${n}.mrc`),
  'dedup-records.mrc',
  'gpo-cgp/records.mrc.gz',
  ...['uva', 'penn-state', 'temple', 'princeton', 'scsb-recap', 'trln-4univ', 'evergreen-mrc', 'lobid-hbz', 'rero'].map(
    (library) => `${library}/records.mrc`,
  ),
];

/** Returns the folder of MARC files beside the project; undefined where there is none. */
export const marcFolder = (): string | undefined => {
  const folder = realData();
  return folder === undefined ? undefined : path.join(folder, 'marc');
};

/** Yields the pieces of an ISO 2709 file, also of a gzip-compressed one. */
export const piecesOfFile = (file: string): Piece[] => {
  const bytes = readFileSync(file);
  const splitter = iso2709Splitter();
  return [...splitter.push(file.endsWith('.gz') ? gunzipSync(bytes) : bytes), ...splitter.end()];
};

/** Returns a record made from a number, with the fields that most records have and about 1,300 bytes. */
export const generatedRecord = (n: number): MarcRecord => {
  const word = (at: number): string => ((n * 7_919 + at * 104_729) % 1_679_616).toString(36).padStart(4, 'é');
  const words = (from: number, count: number): string =>
    Array.from({ length: count }, (_, i) => word(from + i)).join(' ');
  const field = (tag: string, indicators: string, subfields: Record<string, string>) => ({
    tag,
    ind1: indicators.charAt(0),
    ind2: indicators.charAt(1),
    subfields: Object.entries(subfields).map(([code, value]) => ({ code, value })),
  });
  const year = String(1900 + (n % 120));
  return {
    leader: '00000nam a2200000 a 4500',
    control: [
      { tag: '001', value: `g${n}` },
      { tag: '008', value: `850101s${year}    enk           000 1 eng  ` },
    ],
    data: [
      field('035', '  ', { a: `(Gen)${n}` }),
      field('100', '1 ', { a: `${word(1)}, ${word(2)},`, d: `${1850 + (n % 90)}-` }),
      field('245', '10', { a: `${words(3, 5)} :`, b: `${words(8, 4)} /`, c: `${word(2)} ${word(1)}.` }),
      field('260', '  ', { a: `${word(12)} :`, b: `${words(13, 2)},`, c: `${year}.` }),
      field('300', '  ', { a: `${100 + (n % 700)} p. ;`, c: '22 cm.' }),
      field('490', '1 ', { a: `${words(15, 3)} ;`, v: String(n % 50) }),
      field('504', '  ', { a: 'Includes bibliographical references and index.' }),
      field('505', '0 ', { a: words(20, 60) }),
      field('520', '  ', { a: words(90, 50) }),
      ...[150, 154, 158].map((at) => field('650', ' 0', { a: words(at, 2), x: word(at + 2), z: word(at + 3) })),
      field('700', '1 ', { a: `${word(170)}, ${word(171)}.` }),
      field('830', ' 0', { a: `${words(15, 3)} ;`, v: String(n % 50) }),
    ],
  };
};

const recordsOf = function* (part: number): Generator<MarcRecord> {
  const folder = marcFolder();
  if (folder === undefined) {
    for (let n = 0; n < 50_000 * part; n++) yield generatedRecord(n);
    return;
  }
  for (const file of soundFiles.filter((each) => existsSync(path.join(folder, each)))) {
    const pieces = piecesOfFile(path.join(folder, file));
    for (const piece of pieces.slice(0, Math.ceil(pieces.length * part))) {
      const read = 'bytes' in piece ? readIso2709(piece.bytes) : piece;
      if ('record' in read) yield read.record;
    }
  }
};

/** A file to measure readers by: its content and source. */
export type SpeedFile = { file: string; records: number; bytes: number; source: 'real records' | 'generated records' };

/**
 * Writes a file of the real records beside the project three times over (else of generated ones), in UTF-8 with valid
 * leaders; `part` 0 to 1 takes that share of each file. Records over 99,999 bytes
 * are left out.
 */
export const writeSpeedFile = (folder: string, part: number): SpeedFile => {
  const file = path.join(folder, 'speed.mrc');
  const out = openSync(file, 'w');
  let [records, bytes] = [0, 0];
  for (let copy = 0; copy < 3; copy++) {
    for (const record of recordsOf(part)) {
      const written = writeIso2709(record);
      if (!('bytes' in written)) continue;
      writeSync(out, written.bytes);
      records++;
      bytes += written.bytes.length;
    }
  }
  closeSync(out);
  return { file, records, bytes, source: marcFolder() === undefined ? 'generated records' : 'real records' };
};
