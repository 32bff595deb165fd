import * as z from 'zod';
import { chunks } from '../../../../layers/kernel/collections/chunks.ts';
import { type ScanPosition, scanTableFrom } from '../../../../layers/platform/dynamodb/scan-table.ts';
import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { openBucket } from '../../../../layers/platform/objects/object-store.ts';
import { logError } from '../../../../layers/platform/runtime/log.ts';
import { prefetch } from '../../../../layers/platform/runtime/prefetch.ts';
import type { Runtime } from '../../../../layers/platform/runtime/runtime.ts';
import { type Failed, failure } from '../../data/failures.ts';
import { noteForDoors } from '../../data/note-for-doors.ts';
import { type DocumentBatch, rebuildIndex } from '../../data/search-index/rebuild.ts';
import { indexWriter } from '../../data/search-index/writer.ts';
import { sourceStore } from '../../data/source-store.ts';
import { readRecord } from '../../data/union-record.ts';
import { type Indexing, rebuildAll } from '../../use-cases/indexing.ts';
import { contract } from './contract.ts';

const BATCH = 100;
/** Batches that are made side by side: one waits for the table while another is worked out. */
const AT_ONCE = 3;
/** How long one call works on: well below its timeout, as a page of the table is finished and the last one waits for writers. */
const ENOUGH_MS = 10 * 60_000;
/** Failures named in an answer; all are in the log. */
const MOST_NAMED = 20;

const positionSchema = z.object({
  version: z.string(),
  from: z.object({ segment: z.number(), after: z.object({ pk: z.string(), sk: z.string() }).exactOptional() }),
});
const eventSchema = z.object({
  next: positionSchema.optional(),
  /** What the calls before came to. */
  written: z.number().default(0),
  older: z.number().default(0),
  failed: z.array(z.object({ id: z.string(), reason: z.string() })).default([]),
  /** How long one call works on, in milliseconds; shorter only in tests. */
  enoughMs: z.number().default(ENOUGH_MS),
  /** How long it waits for all writers, in milliseconds; shorter only in tests, whose writers' clocks run faster. */
  settleMs: z.number().optional(),
});

/** What could not be made of some records: thrown where it passes by itself, so that the call is tried again and nothing is missing. */
const kept = (failed: readonly Failed[]): { id: string; reason: string }[] => {
  const later = failed.find(({ kind }) => kind === 'later');
  if (later) throw new Error(`A rebuild is to be tried again: ${later.reason}`);
  return failed.map(({ recordId, reason }) => ({ id: recordId, reason }));
};

type Batch = DocumentBatch<ScanPosition>;

const batchOf = async (indexing: Indexing, ids: readonly string[]): Promise<Batch> => {
  const rebuilt = await rebuildAll(indexing, ids);
  const made = rebuilt.flatMap((one) => ('write' in one ? [one] : []));
  const unmade = rebuilt.flatMap((one) => {
    if ('write' in one) return [];
    logError('rebuild a document', one.error, { recordId: one.recordId });
    return [failure(one.recordId, one.error)];
  });
  const failed = kept([...unmade, ...(await noteForDoors(indexing.table, made))]);
  // What the shelves were when it was made is not noted: the version that is searched does not show it yet.
  return { writes: made.map(({ write }) => write), failed };
};

/** How every union record's write is made, batch by batch; what cannot be built is told and left out, never the rest with it. */
async function* batches(
  indexing: Indexing,
  runtime: Runtime,
  from?: ScanPosition,
): AsyncGenerator<() => Promise<Batch>> {
  for await (const { rows, next } of scanTableFrom(runtime, 'record', from)) {
    const ids = rows
      .map(readRecord)
      .flatMap(({ recordId, mergedInto }) => (mergedInto === undefined ? [recordId] : []));
    for (const some of chunks(ids, BATCH)) yield () => batchOf(indexing, some);
    if (next) yield async () => ({ writes: [], behind: next });
  }
}

/**
 * One call of a rebuild. Takes nothing, or what the call before gave: `go` says that there is more to do. So a catalogue of
 * any size is rebuilt, by a workflow or by hand.
 */
export const handler = work(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { table, index: indexWriter(runtime), sources: sourceStore(table, openBucket(runtime)) };
  },
  async (event: unknown, { table, index, sources, ...runtime }, { now }) => {
    const { next: position, enoughMs, settleMs, ...before } = eventSchema.parse(event ?? {});
    const rebuilt = await rebuildIndex<ScanPosition>(
      runtime,
      (from) => prefetch(batches({ table, index, sources, now }, runtime, from), AT_ONCE),
      {
        ...(position ? { position } : {}),
        ...(settleMs === undefined ? {} : { settleMs }),
        isTimeUp: () => runtime.clock.now() - now >= enoughMs,
      },
    );
    const { next, version } = rebuilt;
    return {
      version,
      written: before.written + rebuilt.written,
      older: before.older + rebuilt.older,
      failed: [...before.failed, ...rebuilt.failed].slice(0, MOST_NAMED),
      go: next !== undefined,
      ...(next ? { next } : {}),
    };
  },
);
