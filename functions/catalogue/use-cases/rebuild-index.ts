import * as z from 'zod';
import { chunks } from '../../../layers/kernel/collections/chunks.ts';
import {
  type ScanAtOncePage,
  type ScanPosition,
  scanPositionSchema,
} from '../../../layers/platform/dynamodb/scan-table.ts';
import { logError } from '../../../layers/platform/runtime/log.ts';
import { prefetch } from '../../../layers/platform/runtime/prefetch.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { type Failed, failure } from '../data/failures.ts';
import { type DocumentBatch, rebuildIndex } from '../data/search-index/rebuild.ts';
import { readRecord } from '../data/union-record.ts';
import { type Indexing, rebuildAll } from './rebuild-documents.ts';
import { recordHarvestChanges } from './record-harvest-changes.ts';

const BATCH = 100;
/** Batches made concurrently: one waits for the table while another is computed. */
const AT_ONCE = 4;
/** How long one call works: well below its timeout, as it finishes its page of the table and the last call waits for writers. */
const ENOUGH_MS = 10 * 60_000;
/** Failures listed in a response; the log has all. */
const MOST_NAMED = 20;

const positionSchema = z.object({
  version: z.string(),
  from: z.array(scanPositionSchema),
});
/** The input of one call of a rebuild: empty, or the output of the previous call. */
export const rebuildCallSchema = z.object({
  next: positionSchema.optional(),
  /** Totals of the previous calls. */
  written: z.number().default(0),
  older: z.number().default(0),
  failed: z.array(z.object({ id: z.string(), reason: z.string() })).default([]),
  /** How long one call works, in milliseconds; shorter only in tests. */
  enoughMs: z.number().default(ENOUGH_MS),
  /** How long it waits for all writers, in milliseconds; shorter only in tests, with accelerated clocks. */
  settleMs: z.number().optional(),
});

/** Returns the failures to report. Throws for a transient one, so that the call is retried and no record is missing. */
const namedFailures = (failed: readonly Failed[]): { id: string; reason: string }[] => {
  const later = failed.find(({ kind }) => kind === 'later');
  if (later) throw new Error(`A rebuild is to be tried again: ${later.reason}`);
  return failed.map(({ recordId, reason }) => ({ id: recordId, reason }));
};

/** The positions in the segments of the table, which are read at once. */
type Positions = readonly ScanPosition[];

/** The dependencies of a rebuild; `walk` reads the union records of the whole table. */
export type Rebuilding = Omit<Indexing, 'now'> & {
  walk: (from: Positions | undefined) => AsyncIterable<ScanAtOncePage>;
};

type Batch = DocumentBatch<Positions>;

const batchOf = async (indexing: Indexing, ids: readonly string[]): Promise<Batch> => {
  const rebuilt = await rebuildAll(indexing, ids);
  const made = rebuilt.flatMap((one) => ('write' in one ? [one] : []));
  const unmade = rebuilt.flatMap((one) => {
    if ('write' in one) return [];
    logError('rebuild a document', one.error, { recordId: one.recordId });
    return [failure(one.recordId, one.error)];
  });
  const noted = await recordHarvestChanges(indexing.table, made, { leavesUnchanged: true });
  const failed = namedFailures([...unmade, ...noted]);
  // Availability is not noted: searches do not use this index version yet.
  return { writes: made.map(({ write }) => write), failed };
};

/** Makes the write of every union record, batch by batch. Reports and skips a record that cannot be built. */
async function* batches(
  indexing: Indexing,
  walk: Rebuilding['walk'],
  from?: Positions,
): AsyncGenerator<() => Promise<Batch>> {
  for await (const { rows, next } of walk(from)) {
    const ids = rows
      .map(readRecord)
      .flatMap(({ recordId, mergedInto }) => (mergedInto === undefined ? [recordId] : []));
    for (const some of chunks(ids, BATCH)) yield () => batchOf(indexing, some);
    if (next) yield async () => ({ writes: [], behind: next });
  }
}

/**
 * Does one call of an index rebuild. `go` in its output means that there is more to do: the output is the input of the next call, so that a
 * workflow (or an operator) can rebuild a catalogue of any size.
 */
export const rebuildWholeIndex = async (
  { walk, ...rebuilding }: Rebuilding,
  runtime: Runtime,
  call: z.output<typeof rebuildCallSchema>,
  now: number,
) => {
  const { next: position, enoughMs, settleMs, ...before } = call;
  const rebuilt = await rebuildIndex<Positions>(
    runtime,
    (from) => prefetch(batches({ ...rebuilding, now }, walk, from), AT_ONCE),
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
};
