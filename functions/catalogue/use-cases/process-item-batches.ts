import { and, equals, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { LEASE_MS, RUN_TIME_MS } from '../../../layers/platform/dynamodb/scan-job.ts';
import type { ScanPage, ScanPosition } from '../../../layers/platform/dynamodb/scan-table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { keys as itemsKeys } from '../../items/public/keys.ts';
import { dueAt, type ItemBatch, type ItemBatchLine, readBatch, toStart } from '../data/item-batch-store.ts';
import { indexPartition, key } from '../data/keys.ts';
import { MOST_RECORDS } from '../domain/steps/record-steps.ts';
import { addBatchLines } from './add-batch-lines.ts';
import type { BatchWork } from './batch-work.ts';
import { itemsOfPage } from './gather-item-batch.ts';
import { recordsOfPage } from './gather-record-batch.ts';
import { processItemBatch } from './process-item-batch.ts';

/** Lines between two checks of the time limit. */
const STRETCH = 400;

/** The dependencies of processing batches. The table scan is injected so that a test can interrupt it. */
export type BatchProcessing = BatchWork & {
  walk: (entity: 'item' | 'source', from: ScanPosition | undefined) => AsyncIterable<ScanPage>;
};

type Gathering = {
  entity: 'item' | 'source';
  add: (batch: ItemBatch, page: ScanPage) => Promise<ItemBatch | undefined>;
};

/** Returns what a batch looks for in the table; undefined for one whose items or records were listed. */
const gatheringOf = (
  processing: BatchProcessing,
  { choice, change, steps, memberId }: ItemBatch,
): Gathering | undefined => {
  const { table } = processing;
  if ('branchId' in choice && change) {
    return {
      entity: 'item',
      add: async (batch, page) => {
        const lines = await itemsOfPage(table, { memberId, change }, choice, page);
        return addBatchLines(table, batch, {
          page,
          lines,
          keyOf: ({ about: itemId }) => itemsKeys.key('item', { itemId }),
        });
      },
    };
  }
  if (!('where' in choice || 'all' in choice) || !steps) return undefined;
  const where = 'where' in choice ? choice.where : undefined;
  return {
    entity: 'source',
    add: async (batch, page) => {
      const lines = await recordsOfPage(processing, { memberId, steps }, where, page);
      const keyOf = ({ about: sourceId }: ItemBatchLine) => key('source', { sourceId });
      return addBatchLines(table, batch, { page, lines, keyOf, most: MOST_RECORDS });
    },
  };
};

const gather = async (processing: BatchProcessing, given: ItemBatch, until: number): Promise<void> => {
  const { table, clock, walk } = processing;
  const gathering = gatheringOf(processing, given);
  if (!gathering) return;
  let batch: ItemBatch | undefined = given;
  for await (const page of walk(gathering.entity, given.walk)) {
    batch = await gathering.add(batch, page);
    if (batch === undefined) return;
    if (batch.limited) break;
    if (page.next && clock.now() > until) {
      await table.write([
        { update: key('itemBatch', batch), set: dueAt(batch.batchId, iso(clock.now())), when: unchanged(batch.v) },
      ]);
      return;
    }
  }
  await table.write([
    {
      update: key('itemBatch', batch),
      set: { state: 'previewed', ...toStart(batch) },
      remove: ['walk', 'gsi3pk', 'gsi3sk'],
      when: and(unchanged(batch.v), equals('state', 'gathering')),
    },
  ]);
};

const carry = async (processing: BatchProcessing, given: ItemBatch, until: number): Promise<void> => {
  const { table, clock } = processing;
  let batch = given;
  while (batch.state === 'running' || batch.state === 'undoing') {
    if (clock.now() > until) {
      const set = dueAt(batch.batchId, iso(clock.now()));
      await table.write([{ update: key('itemBatch', batch), set, when: unchanged(batch.v) }]);
      return;
    }
    batch = await processItemBatch(processing, batch, STRETCH);
  }
};

/**
 * Processes the batches that are due: finds the items or records of those defined by a query or condition, and changes or restores those of
 * the running ones. Resumes an interrupted run at its position. Returns how many batches it processed.
 */
export const processItemBatches = async (processing: BatchProcessing): Promise<{ taken: number }> => {
  const { table, clock } = processing;
  const partition = indexPartition('itemBatch', 'gsi3', {});
  const started = clock.now();
  const due = await table.query({ index: 'gsi3', partition, between: [' ', `${iso(started)}~`], limit: 20 });
  let taken = 0;
  for (const { pk, sk } of due.items) {
    if (clock.now() - started > RUN_TIME_MS) break;
    const row = await table.get({ pk: String(pk), sk: String(sk) }, { strong: true });
    if (!row) continue;
    const batch = readBatch(row);
    const set = dueAt(batch.batchId, iso(clock.now() + LEASE_MS));
    if (await table.write([{ update: key('itemBatch', batch), set, when: unchanged(batch.v) }])) continue;
    taken += 1;
    const mine = { ...batch, v: batch.v + 1 };
    if (mine.state === 'gathering') await gather(processing, mine, started + RUN_TIME_MS);
    else await carry(processing, mine, started + RUN_TIME_MS);
  }
  return { taken };
};
