import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { countQueueOf } from './count-queue.ts';
import { releaseAbandonedCopy } from './release-paged-copy.ts';
import { targetHolds } from './target-holds.ts';

/** A change of the holds or copies of a record: `left` names a copy that its hold has left, `only` what alone is counted again. */
export type QueueChange = {
  recordId: string;
  left?: { itemId: string; holdId: string };
  only?: 'counters' | 'copies';
};

/** Counts the queue of a record again, or retargets its holds after releasing a copy that its hold has left. */
export const followQueueChange = async (
  table: Table,
  { recordId, left, only }: QueueChange,
  now: number,
): Promise<void> => {
  if (only) return countQueueOf(table, recordId, now, { copies: only === 'copies' });
  if (left) await releaseAbandonedCopy(table, recordId, left);
  await targetHolds(table, recordId, now);
};
