import { logError } from '../../../layers/platform/runtime/log.ts';
import { causedBy, causedByAll } from '../../../layers/platform/runtime/meter.ts';
import { type Failed, failure, reasonOf } from '../data/failures.ts';
import type { IndexWrite } from '../data/search-index/writer.ts';
import type { Causes } from './find-dirty-records.ts';
import { type Indexing, type Made, noteIndexed, rebuildAll } from './rebuild-documents.ts';
import { recordHarvestChanges } from './record-harvest-changes.ts';

/** How many documents go to the index in one call. */
const BATCH = 100;

type Outcome = Made | { failed: Failed };

const made = async (indexing: Indexing, recordIds: readonly string[], causes: Causes): Promise<Outcome[]> => {
  // Read for all in the same calls: each pays for its own record.
  const bearers = recordIds.map((recordId) => causes.get(recordId));
  const rebuilt = await causedByAll(bearers, () => rebuildAll(indexing, recordIds));
  return rebuilt.map((one): Outcome => {
    if ('write' in one) return one;
    logError('rebuild a document', one.error, { recordId: one.recordId });
    return { failed: failure(one.recordId, one.error) };
  });
};

const send = async (
  indexing: Indexing,
  writes: readonly IndexWrite[],
  causes: Causes,
): Promise<Awaited<ReturnType<Indexing['index']['write']>>> => {
  try {
    // One call for all: each pays for its documents in it.
    const bearers = writes.map(({ id }) => causes.get(id));
    return await causedByAll(bearers, () => indexing.index.write(writes));
  } catch (error) {
    // The index as a whole failed: whatever the reason, no single record is to blame.
    return writes.map(({ id }) => ({ id, outcome: 'later' as const, reason: reasonOf(error) }));
  }
};

/**
 * Brings union records into the index, each once however often it is named. Never throws for a record: gives those that
 * failed and how, and the caller's queues take them. An older version than the index has is no failure. `causes` says
 * whose act each is.
 */
export const indexRecords = async (
  indexing: Indexing,
  recordIds: readonly string[],
  causes: Causes = new Map(),
): Promise<Failed[]> => {
  const failed: Failed[] = [];
  const all = [...new Set(recordIds)];
  for (let i = 0; i < all.length; i += BATCH) {
    const rebuilt = await made(indexing, all.slice(i, i + BATCH), causes);
    const sound = rebuilt.flatMap((one) => ('write' in one ? [one] : []));
    // Before the index has them: what a search finds can be given.
    failed.push(...(await recordHarvestChanges(indexing.table, sound, causes)));
    const writes = sound.map(({ write }) => write);
    failed.push(...rebuilt.flatMap((one) => ('failed' in one ? [one.failed] : [])));
    const outcomes = writes.length === 0 ? [] : await send(indexing, writes, causes);
    const of = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
    const notes = writes.map(async (write) => {
      const { outcome = 'later', reason = 'The index gave no answer.' } = of.get(write.id) ?? {};
      if (outcome === 'poison' || outcome === 'later') failed.push({ recordId: write.id, kind: outcome, reason });
      else if (outcome === 'written')
        await causedBy({ cause: causes.get(write.id) }, () => noteIndexed(indexing.table, write));
    });
    await Promise.all(notes);
  }
  return failed;
};
