import { logError } from '../../../layers/platform/runtime/log.ts';
import { causedBy, causedByAll } from '../../../layers/platform/runtime/meter.ts';
import { type Failed, failure, reasonOf } from '../data/failures.ts';
import type { IndexWrite } from '../data/search-index/writer.ts';
import type { Causes } from './find-dirty-records.ts';
import { type Indexing, type Made, noteIndexed, rebuildAll } from './rebuild-documents.ts';
import { recordHarvestChanges } from './record-harvest-changes.ts';

/** Documents sent to the index in one call. */
const BATCH = 100;

type Outcome = Made | { failed: Failed };

const made = async (indexing: Indexing, recordIds: readonly string[], causes: Causes): Promise<Outcome[]> => {
  // One set of calls reads all records: each member pays for its own.
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
    // One call writes all documents: each member pays for its own.
    const bearers = writes.map(({ id }) => causes.get(id));
    return await causedByAll(bearers, () => indexing.index.write(writes));
  } catch (error) {
    // The index failed as a whole: for any reason, no single record is at fault.
    return writes.map(({ id }) => ({ id, outcome: 'later' as const, reason: reasonOf(error) }));
  }
};

/**
 * Writes union records to the index, each once even when listed repeatedly. Never throws for a record: returns the failures by kind for the
 * caller's queues. A version older than the indexed one is no failure. `causes`: the member that caused each change.
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
    // Written before the index, so that a record that a search finds can be delivered.
    failed.push(...(await recordHarvestChanges(indexing.table, sound, { causes })));
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
