import type { DynamoDBStreamEvent } from 'aws-lambda';
import { imagesOf } from '../../../../layers/platform/dynamodb/stream-images.ts';
import { openTable, type Table } from '../../../../layers/platform/dynamodb/table.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { openBucket } from '../../../../layers/platform/objects/object-store.ts';
import { openQueue } from '../../../../layers/platform/queues/queue.ts';
import { logError } from '../../../../layers/platform/runtime/log.ts';
import { causedByAll } from '../../../../layers/platform/runtime/meter.ts';
import { causeOfChange } from '../../../outbox/stream-cause.ts';
import { getDecision } from '../../data/decision-store.ts';
import type { Failed } from '../../data/failures.ts';
import { followDecision, followEdit } from '../../data/follow-decision.ts';
import { indexRecords } from '../../data/index-records.ts';
import { indexWriter } from '../../data/search-index/writer.ts';
import { getChange } from '../../data/source-change-store.ts';
import { sourceStore } from '../../data/source-store.ts';
import { begunBy, headingTouched, touchedBy } from '../../domain/changes.ts';
import { type CausedTouch, type Causes, dirtyRecords } from '../../use-cases/dirty-records.ts';
import { contract } from './contract.ts';

type Image = ReturnType<typeof imagesOf>;

const touchedSafely = (change: Image): CausedTouch[] => {
  try {
    const cause = causeOfChange(change);
    return touchedBy(change).map((one) => ({ ...one, cause }));
  } catch (error) {
    // A row that is not one of ours: it concerns no document.
    logError('read a change', error);
    return [];
  }
};

/**
 * Ends what a cataloguer's decision or edit began, where the worker that made it died before copies and holds had followed: done
 * already, it does nothing.
 */
const followStaff = async (table: Table, changes: readonly Image[]): Promise<void> => {
  for (const row of changes.map(begunBy)) {
    if (row?.entity === 'unionDecision') {
      const decision = await getDecision(table, row.decisionId);
      if (decision) await followDecision(table, decision);
    } else if (row) {
      const change = await getChange(table, row);
      if (change) await followEdit(table, change);
    }
  }
};

/** The headings whose references changed: the records that bear them are found and indexed from the queue, which paces itself. */
const headings = (changes: readonly Image[], now: number) => {
  const each = new Map(
    changes.flatMap((change) => {
      const [name, cause] = [headingTouched(change), causeOfChange(change)];
      return name ? [[`${name.list} ${name.heading}`, { ...name, cause, since: now }] as const] : [];
    }),
  );
  return [...each.values()];
};

/** A failure as the queues hold it, with whose act it was: they pay for the next try as well. */
const messages = (failed: readonly Failed[], kind: Failed['kind'], causes: Causes, now: number) =>
  failed
    .filter((one) => one.kind === kind)
    .map(({ recordId, reason }) => ({ recordId, reason, cause: causes.get(recordId), since: now }));

export const handler = work(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    const queue = (name: 'WORK_QUEUE_URL' | 'RETRY_QUEUE_URL') => openQueue(runtime.environment.need(name));
    const index = indexWriter(runtime);
    return {
      table,
      index,
      sources: sourceStore(table, openBucket(runtime)),
      poison: queue('WORK_QUEUE_URL'),
      later: queue('RETRY_QUEUE_URL'),
    };
  },
  ({ Records }: Pick<DynamoDBStreamEvent, 'Records'>, { table, sources, index, poison, later }, { now }) => {
    const changes = Records.map(imagesOf);
    return causedByAll(changes.map(causeOfChange), async () => {
      await followStaff(table, changes);
      // Only here may the batch fail as a whole, when the table cannot be read: then the platform gives it again.
      const { records, unresolved, causes } = await dirtyRecords(table, changes.flatMap(touchedSafely));
      const failed = await indexRecords({ table, sources, index, now }, records, causes);
      const unknown = unresolved.map((one) => ({ ...one, cause: causes.get(one.sourceId), since: now }));
      await poison.send([...messages(failed, 'poison', causes, now), ...unknown]);
      await later.send(messages(failed, 'later', causes, now), 30);
      await later.send(headings(changes, now), 5);
      return { rebuilt: records.length - failed.length, failed: failed.length + unresolved.length };
    });
  },
);
