import { logError } from '../../runtime/log.ts';
import { causedBy, causedByAll } from '../../runtime/meter.ts';
import type { IndexWrite } from '../search/writer.ts';
import type { Causes } from './dirty-records.ts';
import { passes, reasonOf } from './failures.ts';
import { type Indexing, noteIndexed, rebuild } from './indexing.ts';

/** How many documents go to the index in one call. */
const BATCH = 50;
/** How many records are rebuilt side by side. */
const SIDE_BY_SIDE = 8;

/** Records whose indexing failed: `poison` will fail again as it is, `later` passes by itself. */
export type Failed = { recordId: string; kind: 'poison' | 'later'; reason: string };

const failure = (recordId: string, error: unknown): Failed => ({
  recordId,
  kind: passes(error) ? 'later' : 'poison',
  reason: reasonOf(error),
});

type Rebuilt = { write: IndexWrite } | { failed: Failed };

const rebuildAll = async (indexing: Indexing, recordIds: readonly string[], causes: Causes): Promise<Rebuilt[]> => {
  const rebuilt: Rebuilt[] = [];
  for (let i = 0; i < recordIds.length; i += SIDE_BY_SIDE) {
    const some = recordIds.slice(i, i + SIDE_BY_SIDE).map(async (recordId): Promise<Rebuilt> => {
      try {
        return { write: await causedBy({ cause: causes.get(recordId) }, () => rebuild(indexing, recordId)) };
      } catch (error) {
        logError('rebuild a document', error, { recordId });
        return { failed: failure(recordId, error) };
      }
    });
    rebuilt.push(...(await Promise.all(some)));
  }
  return rebuilt;
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
    const rebuilt = await rebuildAll(indexing, all.slice(i, i + BATCH), causes);
    const writes = rebuilt.flatMap((one) => ('write' in one ? [one.write] : []));
    failed.push(...rebuilt.flatMap((one) => ('failed' in one ? [one.failed] : [])));
    const outcomes = writes.length === 0 ? [] : await send(indexing, writes, causes);
    const of = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
    for (const write of writes) {
      const { outcome = 'later', reason = 'The index gave no answer.' } = of.get(write.id) ?? {};
      if (outcome === 'poison' || outcome === 'later') failed.push({ recordId: write.id, kind: outcome, reason });
      else if (outcome === 'written')
        await causedBy({ cause: causes.get(write.id) }, () => noteIndexed(indexing.table, write));
    }
  }
  return failed;
};
