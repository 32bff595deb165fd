import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describeRecord } from '../layers/protocols/marc/description.ts';
import { readIso2709 } from '../layers/protocols/marc/read-iso2709.ts';
import { iso2709Splitter } from '../layers/protocols/marc/split-iso2709.ts';
import { writeIso2709 } from '../layers/protocols/marc/write-iso2709.ts';
import { realData } from '../test/builders/real-data.ts';

/** Speed of the MARC reader on one core: records and bytes read, records a second to split and read, and also to create descriptions. */
export type MarcReadMeasure = {
  source: 'member files' | 'generated records';
  records: number;
  bytes: number;
  readPerSecond: number;
  describePerSecond: number;
};

const GENERATED = 20_000;
const ROUNDS = 5;

const generated = (): Buffer => {
  const notes = 'A note as long as notes are in most records, with an é in it. '.repeat(3);
  const record = (i: number) => ({
    leader: '00000nam a2200000 a 4500',
    control: [
      { tag: '001', value: `r${i}` },
      { tag: '008', value: '850101s1985    enk           000 1 eng  ' },
    ],
    data: ['020', '100', '245', '264', '300', '490', '500', '505', '650', '650', '700', '856'].map((tag) => ({
      tag,
      ind1: '1',
      ind2: '0',
      subfields: ['a', 'b', 'c'].map((code) => ({
        code,
        value: `${tag} ${code} ${i} ${tag === '505' ? notes : 'some text'}`,
      })),
    })),
  });
  const files = Array.from({ length: GENERATED }, (_, i) => writeIso2709(record(i)));
  return Buffer.concat(files.flatMap((file) => ('bytes' in file ? [file.bytes] : [])));
};

const input = (): { source: MarcReadMeasure['source']; bytes: Buffer } => {
  const folder = realData();
  const files = [1, 2, 3, 4, 5].map((n) => path.join(folder ?? '', 'marc', 'members', `lib${n}.mrc`));
  if (folder === undefined || !files.every((file) => existsSync(file)))
    return { source: 'generated records', bytes: generated() };
  return { source: 'member files', bytes: Buffer.concat(files.map((file) => readFileSync(file))) };
};

const readAll = (bytes: Buffer, describe: boolean): number => {
  const splitter = iso2709Splitter();
  let records = 0;
  const take = (pieces: ReturnType<typeof splitter.push>): void => {
    for (const piece of pieces) {
      if (!('bytes' in piece)) continue;
      const result = readIso2709(piece.bytes);
      if (!('record' in result)) continue;
      if (describe) describeRecord(result.record);
      records++;
    }
  };
  for (let at = 0; at < bytes.length; at += 65_536) take(splitter.push(bytes.subarray(at, at + 65_536)));
  take(splitter.end());
  return records;
};

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const perSecond = (bytes: Buffer, describe: boolean): { records: number; rate: number } => {
  let records = 0;
  const rates = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    records = readAll(bytes, describe);
    return (records * 1_000) / (performance.now() - start);
  });
  return { records, rate: Math.round(median(rates)) };
};

/** Measures reading on the member files beside the project, else on generated records; takes about three seconds. */
export const measureMarcRead = (): MarcReadMeasure => {
  const { source, bytes } = input();
  const { records, rate } = perSecond(bytes, false);
  return { source, records, bytes: bytes.length, readPerSecond: rate, describePerSecond: perSecond(bytes, true).rate };
};

if (process.argv[1] === import.meta.filename) {
  const measure = measureMarcRead();
  if (!process.argv.includes('--json')) {
    console.log(`MARC: ${measure.records} records (${measure.source}, ${measure.bytes} bytes)`);
    console.log(
      `read ${measure.readPerSecond}/s, read and described ${measure.describePerSecond}/s, one core, median of ${ROUNDS}`,
    );
  } else console.log(JSON.stringify(measure));
}
