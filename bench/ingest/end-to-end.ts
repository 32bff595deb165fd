import { setTimeout as pause } from 'node:timers/promises';
import { contract } from '../../functions/catalogue/consumers/index-changes/contract.ts';
import { sourceStore } from '../../functions/catalogue/data/source-store.ts';
import { type Change, touchedBy } from '../../functions/catalogue/domain/index/changes.ts';
import { dirtyRecords } from '../../functions/catalogue/use-cases/find-dirty-records.ts';
import { indexRecords } from '../../functions/catalogue/use-cases/index-records.ts';
import type { Loading } from '../../functions/catalogue/use-cases/load-group.ts';
import { loadPart, mappingName } from '../../functions/catalogue/use-cases/load-part.ts';
import type { Table } from '../../layers/platform/dynamodb/table.ts';
import type { Item } from '../../layers/platform/dynamodb/write.ts';
import { systemIds } from '../../layers/platform/runtime/ids.ts';
import { metered } from '../../layers/platform/runtime/meter.ts';
import type { Chunks } from '../../layers/protocols/marc/split-iso2709.ts';
import { bucketInMemory } from '../../test/builders/bucket-in-memory.ts';
import { aTable } from '../../test/builders/dynamodb-local.ts';
import { anIndex } from '../../test/builders/search-engine.ts';
import { enginesCpu } from './engines-use.ts';
import { timeRebuild } from './rebuild.ts';
import { cpuSeconds, loader } from './stages.ts';

/** The batch size of the stream's consumer (infra/stacks/catalogue-stack.ts). */
const STREAM_BATCH = 200;
/** Parallel consumers, as many as the stream's shards have. */
const CONSUMERS = 2;
/** Pending changes at which the load waits: the platform's stream has room, a process has not. */
const MOST_WAITING = 5_000;

const { trigger } = contract;
/** The kinds of rows that the stream's filter accepts. */
const entities: ReadonlySet<string> = new Set(trigger.by === 'stream' ? trigger.entities : []);

/** A load from file to index: records accepted and refused, titles, seconds until the last document, capacity units. */
export type EndToEnd = {
  read: number;
  records: number;
  rejected: number;
  documents: number;
  seconds: number;
  loadedSeconds: number;
  perSecond: number;
  /** CPU time of this process. */
  cpuSeconds: number;
  /** CPU time of the engines, by program: on a busy machine the clock says less. */
  enginesCpu: Record<string, number>;
  /** The load rate of one core, if this process and the engines shared it with no other work. */
  perCpuSecond: number;
  writeUnitsPerRecord: number;
  readUnitsPerRecord: number;
  /** A rebuild of the whole index from the table, if requested. */
  rebuilt?: number;
  rebuiltPerSecond?: number;
  /** The rebuild rate of one core. */
  rebuiltPerCpuSecond?: number;
};

/** Returns a table whose successful puts are reported, as its stream would; a first version did not exist before. */
const notifying = (table: Table, tell: (change: Change & { after: Item }) => Promise<void>): Table => ({
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

/** Sums up the usage of the work inside, and discards the parts: a million records have millions. */
const meterOf = () => {
  const sums = { writeUnits: 0, readUnits: 0 };
  const during = <T>(work: () => Promise<T>): Promise<T> =>
    metered(async ({ units, parts }) => {
      const result = await work();
      for (const one of [units, ...parts.map((part) => part.units)]) {
        sums.writeUnits += one.writeUnits;
        sums.readUnits += one.readUnits;
      }
      return result;
    });
  return { sums, during };
};

/** Reads the clock and the CPU time of this process and the engines. Returns the difference since the last reading. */
const watch = () => {
  const [began, own, engines] = [performance.now(), cpuSeconds(), enginesCpu()];
  return () => ({
    seconds: (performance.now() - began) / 1000,
    cpuSeconds: cpuSeconds() - own,
    enginesCpu: Object.fromEntries(
      Object.entries(enginesCpu()).map(([name, after]) => [name, after - (engines[name] ?? 0)]),
    ),
  });
};

const cpuOfAll = ({ cpuSeconds: own, enginesCpu: engines }: Pick<EndToEnd, 'cpuSeconds' | 'enginesCpu'>): number =>
  Object.values(engines).reduce((sum, one) => sum + one, own);

const rebuilt = async () => {
  const gone = watch();
  const answer = await timeRebuild();
  return { ...answer, rebuiltPerCpuSecond: Math.round(answer.rebuilt / cpuOfAll(gone())) };
};

/**
 * Loads the bytes of a file into a table and an index of OpenSearch with the code of the handlers import-part and index-changes, in
 * this one process; the stream between them is a list. Then rebuilds the index if requested. The environment contains both engines'
 * addresses.
 */
export const endToEnd = async (chunks: Chunks, { rebuilds = false } = {}): Promise<EndToEnd> => {
  const table = await aTable();
  const bucket = bucketInMemory();
  const index = anIndex();
  await index.versions.targets();
  const meter = meterOf();
  const waiting: Change[] = [];
  const loading: Loading = {
    ...{ bucket, ids: systemIds, now: Date.now(), importId: 'imp_bench', itemsBy: mappingName(loader.mapping) },
    table: notifying(table, async (change) => {
      if (entities.has(change.after.entity)) waiting.push(change);
      while (waiting.length > MOST_WAITING) await pause(5);
    }),
  };
  const indexing = { table, sources: sourceStore(table, bucket), index: index.writer, now: Date.now() };
  let loaded = false;
  const follow = async (changes: readonly Change[]): Promise<void> => {
    const { records } = await dirtyRecords(table, changes.flatMap(touchedBy));
    const failed = await indexRecords(indexing, records);
    if (failed.length > 0) throw new Error(`Not indexed: ${JSON.stringify(failed.slice(0, 3))}`);
  };
  const consume = async (): Promise<void> => {
    while (!loaded || waiting.length > 0) {
      // A batch is delivered when it is full or nothing more is coming, as in the stream's window.
      if (waiting.length < STREAM_BATCH && !loaded) await pause(10);
      else await meter.during(() => follow(waiting.splice(0, STREAM_BATCH)));
    }
  };
  try {
    const gone = watch();
    const consumers = Promise.all(Array.from({ length: CONSUMERS }, consume));
    const part = { chunks, form: 'iso2709', offset: 0 } as const;
    const { counts } = await meter
      .during(() => loadPart(loading, loader, part))
      .finally(() => {
        loaded = true;
      });
    const loadedSeconds = gone().seconds;
    await consumers;
    const took = gone();
    await index.refresh();
    const { body } = await index.engine({ method: 'GET', path: `/${index.family}-v*/_count` });
    const { read, accepted: records, rejected } = counts;
    return {
      ...{ read, records, rejected, documents: Number((body as { count?: number }).count ?? 0) },
      ...{ ...took, loadedSeconds, perSecond: Math.round(records / took.seconds) },
      perCpuSecond: Math.round(records / cpuOfAll(took)),
      writeUnitsPerRecord: meter.sums.writeUnits / records,
      readUnitsPerRecord: meter.sums.readUnits / records,
      ...(rebuilds && (await rebuilt())),
    };
  } finally {
    await index.drop();
  }
};
