import type { DynamoDBStreamEvent } from 'aws-lambda';
import { dirtyRecords } from '../../../layers/data/catalogue/dirty-records.ts';
import { type Failed, indexRecords } from '../../../layers/data/catalogue/index-records.ts';
import { sourceStore } from '../../../layers/data/catalogue/source-store.ts';
import { openBucket } from '../../../layers/data/object-store.ts';
import { openQueue } from '../../../layers/data/queue.ts';
import { indexWriter } from '../../../layers/data/search/writer.ts';
import { imagesOf } from '../../../layers/data/stream-images.ts';
import { openTable } from '../../../layers/data/table.ts';
import { type Touched, touchedBy } from '../../../layers/domain/catalogue/changes.ts';
import { work } from '../../../layers/http/work.ts';
import { logError } from '../../../layers/runtime/log.ts';
import { contract } from './contract.ts';

type Image = ReturnType<typeof imagesOf>;

const touchedSafely = (change: Image): Touched[] => {
  try {
    return touchedBy(change);
  } catch (error) {
    // A row that is not one of ours: it concerns no document.
    logError('read a change', error);
    return [];
  }
};

const messages = (failed: readonly Failed[], kind: Failed['kind'], now: number) =>
  failed.filter((one) => one.kind === kind).map(({ recordId, reason }) => ({ recordId, reason, since: now }));

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
  async ({ Records }: Pick<DynamoDBStreamEvent, 'Records'>, { table, sources, index, poison, later }, { now }) => {
    const touched = Records.map(imagesOf).flatMap(touchedSafely);
    // Only here may the batch fail as a whole, when the table cannot be read: then the platform gives it again.
    const dirty = await dirtyRecords(table, touched);
    const failed = await indexRecords({ table, sources, index, now }, dirty.records);
    const unresolved = dirty.unresolved.map((one) => ({ ...one, since: now }));
    await poison.send([...messages(failed, 'poison', now), ...unresolved]);
    await later.send(messages(failed, 'later', now), 30);
    return { rebuilt: dirty.records.length - failed.length, failed: failed.length + unresolved.length };
  },
);
