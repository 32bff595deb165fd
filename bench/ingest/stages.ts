import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { defaultItemMapping } from '../../functions/catalogue/domain/items/item-mapping.ts';
import { type LoadContext, type LoadRecord, loadRecord } from '../../functions/catalogue/domain/loading/load-record.ts';
import { openIso2709 } from '../../layers/protocols/marc/open-iso2709.ts';
import { readIso2709 } from '../../layers/protocols/marc/read-iso2709.ts';
import { iso2709Splitter, type Piece, type RecordPiece } from '../../layers/protocols/marc/split-iso2709.ts';
import { unionInMemory } from '../../test/builders/union-in-memory.ts';

const CHUNK = 1_048_576;

/** The member to which the file's records are assigned. */
export const loader: LoadContext = {
  memberId: 'bench',
  mapping: defaultItemMapping,
  branches: new Set(['bench.main']),
};

/** Yields the bytes of a file in chunks; a file that ends in .gz is decompressed. */
export const bytesOfFile = (file: string): AsyncIterable<Uint8Array> => {
  const raw = createReadStream(file, { highWaterMark: CHUNK });
  return file.endsWith('.gz') ? raw.pipe(createGunzip({ chunkSize: 65_536 })) : raw;
};

/** The result and time of one stage. `records` were accepted; the rest of `read` were refused. */
export type Stage = {
  stage: string;
  read: number;
  records: number;
  seconds: number;
  cpuSeconds: number;
  perSecond: number;
  /** By CPU seconds: on a busy machine the clock says less. */
  perCpuSecond: number;
};

/** Returns the CPU seconds of this process. */
export const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

type Work = (piece: RecordPiece) => boolean;

/** Runs one stage on a file, alone in this process. Takes its name and the function for a record. */
const timed = async (stage: string, file: string, work: Work): Promise<Stage> => {
  const splitter = iso2709Splitter();
  let [read, records] = [0, 0];
  const take = (pieces: readonly Piece[]): void => {
    for (const piece of pieces) {
      read++;
      if ('bytes' in piece && work(piece)) records++;
    }
  };
  const [began, cpuBefore] = [performance.now(), cpuSeconds()];
  for await (const chunk of bytesOfFile(file)) take(splitter.push(chunk));
  take(splitter.end());
  const seconds = (performance.now() - began) / 1000;
  const cpu = cpuSeconds() - cpuBefore;
  const rates = { perSecond: Math.round(records / seconds), perCpuSecond: Math.round(records / cpu) };
  return { stage, read, records, seconds, cpuSeconds: cpu, ...rates };
};

const loaded = (piece: RecordPiece): LoadRecord | undefined => {
  // As in a load: the splitter's view changes with its next piece.
  const bytes = Uint8Array.from(piece.bytes);
  const checksum = createHash('sha256').update(bytes).digest('base64url');
  const record = loadRecord({ offset: piece.offset, bytes, checksum, form: 'iso2709' }, loader);
  return 'rejected' in record ? undefined : record;
};

/** Opens every record and reads its title proper. */
export const parse = (file: string): Promise<Stage> =>
  timed('parse, 245 $a', file, ({ bytes }) => {
    const opened = openIso2709(bytes);
    if ('rejected' in opened) return false;
    opened.subfield('245', 'a');
    return true;
  });

/** Decodes every field. */
export const readWhole = (file: string): Promise<Stage> =>
  timed('read every field', file, ({ bytes }) => 'record' in readIso2709(bytes));

/** Derives the matching features of every record, and finds its items. */
export const normalise = (file: string): Promise<Stage> =>
  timed('read and normalise', file, (piece) => loaded(piece) !== undefined);

/** Derives the same, and adds every record to a union in memory: every decision of a load, without a table. */
export const match = async (file: string): Promise<Stage & { titles: number }> => {
  const union = unionInMemory();
  const stage = await timed('read, normalise, match', file, (piece) => {
    const record = loaded(piece);
    if (record === undefined || record.deletes) return record !== undefined;
    union.join(record);
    return true;
  });
  return { ...stage, titles: union.clusters().length };
};
