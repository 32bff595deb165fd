import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { endToEnd } from '../../bench/ingest/end-to-end.ts';
import { enginesMb } from '../../bench/ingest/engines-use.ts';
import { generatedFile } from '../../bench/ingest/generated-file.ts';
import { loader } from '../../bench/ingest/stages.ts';
import { withEmulator } from '../../bench/with-emulator.ts';
import { withSearch } from '../../bench/with-search.ts';
import { loadRecord } from '../../functions/catalogue/domain/loading/load-record.ts';
import { iso2709Splitter, splitRecords } from '../../layers/protocols/marc/split-iso2709.ts';
import { tools } from '../../local/tools.ts';

/** The full size; another one can be given: npm run prove:ingest -- 100000 2000. */
const FULL = 1_000_000;
/** The number of these that run end to end: the emulator keeps its table in memory. */
const INTO_TABLE = 10_000;
const SAMPLES = 20;
/** The variation of memory due to garbage collection. */
const LEEWAY_MB = 48;

/** Returns the current memory of this process, in MB. */
const residentMb = (): number => Math.round(process.memoryUsage.rss() / 1_048_576);

/** Samples memory at even steps of the work, and determines whether the second half of them is no higher than the first. */
const sampler = (records: number) => {
  const samples: number[] = [];
  return {
    samples,
    seen: (n: number): void => {
      if (n >= ((samples.length + 1) * records) / SAMPLES) samples.push(residentMb());
    },
    isFlat: (): boolean => {
      const half = Math.ceil(samples.length / 2);
      return Math.max(...samples.slice(half)) <= Math.max(...samples.slice(0, half)) + LEEWAY_MB;
    },
  };
};

/** Splits, reads and normalises every record, like a load before it queries the table. */
const proveReading = async (records: number) => {
  const memory = sampler(records);
  const began = performance.now();
  let accepted = 0;
  for await (const piece of splitRecords(generatedFile(records, memory.seen), iso2709Splitter())) {
    if (!('bytes' in piece)) throw new Error(`Refused at byte ${piece.offset}: ${piece.reason}`);
    const bytes = Uint8Array.from(piece.bytes);
    const checksum = createHash('sha256').update(bytes).digest('base64url');
    if (!('rejected' in loadRecord({ offset: piece.offset, bytes, checksum, form: 'iso2709' }, loader))) accepted++;
  }
  const seconds = (performance.now() - began) / 1000;
  return { records, accepted, seconds, perSecond: accepted / seconds, memoryMb: memory.samples, flat: memory.isFlat() };
};

const proveEndToEnd = async (records: number) => {
  const memory = sampler(records);
  const end = await withEmulator(() =>
    withSearch(async () => {
      const before = enginesMb().python ?? 0;
      const came = await endToEnd(generatedFile(records, memory.seen));
      return { ...came, tableMb: Math.round((enginesMb().python ?? 0) - before) };
    }),
  );
  return { ...end, memoryMb: memory.samples, flat: memory.isFlat() };
};

/** Memory at a quarter, half and the end, and the peak. */
const memoryOf = ({ memoryMb, flat }: { memoryMb: number[]; flat: boolean }): string => {
  const at = (part: number): number => memoryMb[Math.ceil(memoryMb.length * part) - 1] ?? 0;
  const shape = flat ? 'flat' : 'it grows';
  return `Memory at a quarter, half and the end: ${at(1 / 4)}, ${at(1 / 2)}, ${at(1)} MB (${shape}); on the way: ${memoryMb.join(' ')}.`;
};

const [most = FULL, intoTable = INTO_TABLE] = process.argv.flatMap((word) =>
  /^\d+$/.test(word) ? [Number(word)] : [],
);
const print = console.log;
const reading = await proveReading(most);
print(
  `${reading.accepted.toLocaleString('en')} generated records split, read and normalised: ${Math.round(reading.perSecond)}/s (making them included).`,
);
print(memoryOf(reading));
const canEnd = existsSync(tools.openSearch) && existsSync(tools.python);
const end = canEnd && intoTable > 0 ? await proveEndToEnd(intoTable) : undefined;
if (end === undefined) print('skipped: end to end (the emulator and OpenSearch are not here: npm start fetches them)');
else {
  print(
    `${end.records.toLocaleString('en')} of them end to end in ${Math.round(end.seconds)} s: ${end.perSecond}/s (${end.perCpuSecond} for each second of a core), ${end.documents} documents, ${end.writeUnitsPerRecord.toFixed(1)} write units a record. At this rate ${FULL.toLocaleString('en')} take ${Math.round(FULL / end.perSecond / 60)} minutes.`,
  );
  print(memoryOf(end));
  print(
    `The emulator holds its table in memory: ${end.tableMb} MB for these, so some ${Math.round((end.tableMb * FULL) / end.records / 1024)} GB for ${FULL.toLocaleString('en')}.`,
  );
}
if (process.argv.includes('--json')) print(JSON.stringify({ prove: 'ingest', reading, endToEnd: end }));
process.exitCode = reading.accepted === most && reading.flat && (end === undefined || end.flat) ? 0 : 1;
