import { unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { LEASE_MS, RUN_TIME_MS } from '../../../layers/platform/dynamodb/scan-job.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { type Batch, dueAt, readBatch } from '../data/batch-store.ts';
import { indexPartition, key } from '../data/keys.ts';
import { type BatchDeps, gatherFilter } from './preview-batch.ts';
import { runBatch } from './run-batch.ts';

/** Lines between two checks of the time limit. */
const STRETCH = 400;

const carry = async (deps: BatchDeps & { ids: Ids }, given: Batch, until: number): Promise<void> => {
  let batch: Batch | undefined = given;
  if (batch.state === 'gathering') batch = await gatherFilter(deps, batch, until);
  while ((batch?.state === 'running' || batch?.state === 'undoing') && deps.clock.now() < until) {
    batch = await runBatch(deps, batch, STRETCH);
  }
  const isOpen = batch && ['gathering', 'running', 'undoing'].includes(batch.state);
  if (!isOpen || !batch) return;
  const set = dueAt(batch.batchId, iso(deps.clock.now()));
  await deps.table.write([{ update: key('patronBatch', batch), set, when: unchanged(batch.v) }]);
};

/**
 * Continues the batches that are due: searches for the patrons of a filter, and changes or restores patrons for which a request had no
 * time. A run after an interruption continues at the same place. Returns the number of batches.
 */
export const processBatches = async (deps: BatchDeps & { ids: Ids }): Promise<{ taken: number }> => {
  const { table, clock } = deps;
  const started = clock.now();
  const partition = indexPartition('patronBatch', 'gsi3', {});
  const due = await table.query({ index: 'gsi3', partition, between: [' ', `${iso(started)}~`], limit: 20 });
  let taken = 0;
  for (const { pk, sk } of due.items) {
    if (clock.now() - started > RUN_TIME_MS) break;
    const row = await table.get({ pk: String(pk), sk: String(sk) }, { strong: true });
    if (!row) continue;
    const batch = readBatch(row);
    const set = dueAt(batch.batchId, iso(clock.now() + LEASE_MS));
    if (await table.write([{ update: key('patronBatch', batch), set, when: unchanged(batch.v) }])) continue;
    taken += 1;
    await carry(deps, { ...batch, v: batch.v + 1 }, started + RUN_TIME_MS);
  }
  return { taken };
};
