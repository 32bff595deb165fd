import { setTimeout as pause } from 'node:timers/promises';
import { dirtyRecords } from '../../layers/data/catalogue/dirty-records.ts';
import { indexRecords } from '../../layers/data/catalogue/index-records.ts';
import type { Loading } from '../../layers/data/catalogue/load-group.ts';
import { loadPart, mappingName } from '../../layers/data/catalogue/load-part.ts';
import { sourceStore } from '../../layers/data/catalogue/source-store.ts';
import type { Table } from '../../layers/data/table.ts';
import type { Item } from '../../layers/data/write.ts';
import { type Touched, touchedBy } from '../../layers/domain/catalogue/changes.ts';
import type { Chunks } from '../../layers/domain/marc/split-iso2709.ts';
import { systemIds } from '../../layers/runtime/ids.ts';
import { metered } from '../../layers/runtime/meter.ts';
import { bucketInMemory } from '../../test/builders/bucket-in-memory.ts';
import { aTable } from '../../test/builders/dynamodb-local.ts';
import { anIndex } from '../../test/builders/search-engine.ts';
import { cpuSeconds, loader } from './stages.ts';

/** Changes that the stream gives its consumer at once (functions/catalogue/index-changes). */
const STREAM_BATCH = 100;
/** Consumers at work at once, as the stream's shards have them. */
const CONSUMERS = 2;
/** Changes that wait before the load does: the stream of the platform has room, a process has not. */
const MOST_WAITING = 5_000;

/** A load from file to index: records taken and refused, titles, seconds until the last document stood, capacity units. */
export type EndToEnd = {
  read: number;
  records: number;
  rejected: number;
  documents: number;
  seconds: number;
  loadedSeconds: number;
  perSecond: number;
  /** Of this process: the engines' own come on top. */
  cpuSeconds: number;
  writeUnitsPerRecord: number;
  readUnitsPerRecord: number;
};

/** A table whose successful puts are told, as its stream would tell them; a first version was not there before. */
const told = (table: Table, tell: (change: { before: unknown; after: Item }) => Promise<void>): Table => ({
  ...table,
  write: async (writes) => {
    const conflict = await table.write(writes);
    if (conflict !== undefined) return conflict;
    for (const write of writes) {
      if ('put' in write)
        await tell({ before: write.put.v === 1 ? undefined : { entity: write.put.entity }, after: write.put });
    }
    return undefined;
  },
});

/**
 * Loads the bytes of a file into a table of the emulator and an index of OpenSearch with the code of the handlers import-part and
 * index-changes, in this one process; the stream between them is a list. Both engines' addresses are in the environment.
 */
export const endToEnd = async (chunks: Chunks): Promise<EndToEnd> => {
  const table = await aTable();
  const bucket = bucketInMemory();
  const index = anIndex();
  await index.versions.targets();
  const waiting: Touched[] = [];
  const loading: Loading = {
    ...{ bucket, ids: systemIds, now: Date.now(), importId: 'imp_bench', itemsBy: mappingName(loader.mapping) },
    table: told(table, async (change) => {
      waiting.push(...touchedBy(change));
      while (waiting.length > MOST_WAITING) await pause(5);
    }),
  };
  const indexing = { table, sources: sourceStore(table, bucket), index: index.writer, now: Date.now() };
  let loaded = false;
  const consume = async (): Promise<void> => {
    while (!loaded || waiting.length > 0) {
      // A batch is given when it is full or nothing more is coming, as the stream's window has it.
      if (waiting.length < STREAM_BATCH && !loaded) {
        await pause(2);
        continue;
      }
      const { records } = await dirtyRecords(table, waiting.splice(0, STREAM_BATCH));
      const failed = await indexRecords(indexing, records);
      if (failed.length > 0) throw new Error(`Not indexed: ${JSON.stringify(failed.slice(0, 3))}`);
    }
  };
  try {
    return await metered(async ({ units, parts }) => {
      const [began, cpuBefore] = [performance.now(), cpuSeconds()];
      const consumers = Array.from({ length: CONSUMERS }, consume);
      const { counts } = await loadPart(loading, loader, { chunks, form: 'iso2709', offset: 0 });
      const loadedSeconds = (performance.now() - began) / 1000;
      loaded = true;
      await Promise.all(consumers);
      const seconds = (performance.now() - began) / 1000;
      await index.refresh();
      const all = [units, ...parts.map((part) => part.units)];
      const { body } = await index.engine({ method: 'GET', path: `/${index.family}-v*/_count` });
      return {
        ...{ read: counts.read, records: counts.accepted, rejected: counts.rejected },
        ...{ documents: Number((body as { count?: number }).count ?? 0), seconds, loadedSeconds },
        perSecond: Math.round(counts.accepted / seconds),
        cpuSeconds: cpuSeconds() - cpuBefore,
        writeUnitsPerRecord: all.reduce((sum, { writeUnits }) => sum + writeUnits, 0) / counts.accepted,
        readUnitsPerRecord: all.reduce((sum, { readUnits }) => sum + readUnits, 0) / counts.accepted,
      };
    });
  } finally {
    await index.drop();
  }
};
