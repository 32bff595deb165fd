import type { imagesOf } from '../../../layers/platform/dynamodb/stream-images.ts';
import type { Queue } from '../../../layers/platform/queues/queue.ts';
import { logError } from '../../../layers/platform/runtime/log.ts';
import { causedByAll } from '../../../layers/platform/runtime/meter.ts';
import { getDecision } from '../data/decision-store.ts';
import type { Failed } from '../data/failures.ts';
import { getChange } from '../data/source-change-store.ts';
import { begunBy, headingTouched, touchedBy } from '../domain/index/changes.ts';
import { type CausedTouch, type Causes, dirtyRecords } from './find-dirty-records.ts';
import { followDecision, followEdit, type UnionFollower } from './follow-decision.ts';
import { indexRecords } from './index-records.ts';
import type { Indexing } from './rebuild-documents.ts';

type Image = ReturnType<typeof imagesOf>;
type CauseOf = (change: Image) => string | undefined;

/** The dependencies of indexing changes. `causeOf`: the member that caused a change; `poison` and `later`: the queues for failures. */
export type ChangeIndexing = Indexing & {
  followers: readonly UnionFollower[];
  causeOf: CauseOf;
  poison: Queue;
  later: Queue;
};

const touchedSafely = (change: Image, causeOf: CauseOf): CausedTouch[] => {
  try {
    const cause = causeOf(change);
    return touchedBy(change).map((one) => ({ ...one, cause }));
  } catch (error) {
    // A row of another kind affects no document.
    logError('read a change', error);
    return [];
  }
};

/**
 * Completes the decisions and edits of cataloguers whose request failed before items and holds were updated. A completed one stays as it
 * is.
 */
const followStaff = async (
  { table, followers }: Pick<ChangeIndexing, 'table' | 'followers'>,
  changes: readonly Image[],
): Promise<void> => {
  for (const row of changes.map(begunBy)) {
    if (row?.entity === 'unionDecision') {
      const decision = await getDecision(table, row.decisionId);
      if (decision) await followDecision(table, followers, decision);
    } else if (row) {
      const change = await getChange(table, row);
      if (change) await followEdit(table, change);
    }
  }
};

/**
 * Returns a message for each heading whose references changed. The queue's consumer finds and indexes the records with it at its own pace.
 */
const headings = (changes: readonly Image[], causeOf: CauseOf, now: number) => {
  const each = new Map(
    changes.flatMap((change) => {
      const [name, cause] = [headingTouched(change), causeOf(change)];
      return name ? [[`${name.list} ${name.heading}`, { ...name, cause, since: now }] as const] : [];
    }),
  );
  return [...each.values()];
};

/** Returns failures as messages, with the member that caused the change: that member pays for the retry as well. */
const messages = (failed: readonly Failed[], kind: Failed['kind'], causes: Causes, now: number) =>
  failed
    .filter((one) => one.kind === kind)
    .map(({ recordId, reason }) => ({ recordId, reason, cause: causes.get(recordId), since: now }));

/** Indexes the union records that some changes of the table affect. Failures go to the queues. */
export const indexChanges = (
  { followers, causeOf, poison, later, ...indexing }: ChangeIndexing,
  changes: readonly Image[],
): Promise<{ rebuilt: number; failed: number }> =>
  causedByAll(changes.map(causeOf), async () => {
    const { table, now } = indexing;
    await followStaff({ table, followers }, changes);
    // The batch as a whole may fail only here, when the table cannot be read: the platform then delivers it again.
    const touched = changes.flatMap((change) => touchedSafely(change, causeOf));
    const { records, unresolved, causes } = await dirtyRecords(table, touched);
    const failed = await indexRecords(indexing, records, causes);
    const unknown = unresolved.map((one) => ({ ...one, cause: causes.get(one.sourceId), since: now }));
    await poison.send([...messages(failed, 'poison', causes, now), ...unknown]);
    await later.send(messages(failed, 'later', causes, now), 30);
    await later.send(headings(changes, causeOf, now), 5);
    return { rebuilt: records.length - failed.length, failed: failed.length + unresolved.length };
  });
