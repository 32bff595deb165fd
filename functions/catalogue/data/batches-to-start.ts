import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { BatchKind } from '../domain/items/item-batch.ts';
import { indexPartition } from './keys.ts';

/** A previewed batch that nobody has started: which it is, of what, and since when it waits. */
export type BatchToStart = { batchId: string; of: BatchKind; since: string };

/** Reads at most `limit` of the batches that a member's cataloguers previewed after an instant and did not start, the oldest first. */
export const batchesToStart = async (
  table: Table,
  memberId: string,
  { after, limit }: { after: string; limit: number },
): Promise<{ rows: BatchToStart[]; next?: string }> => {
  const partition = indexPartition('itemBatch', 'gsi1', { memberId });
  const { items, next } = await table.query({ index: 'gsi1', partition, between: [after, '~'], limit });
  const rows = items.map(({ gsi1sk }) => {
    const [since = '', of, batchId = ''] = String(gsi1sk).split('#');
    return { batchId, of: of === 'records' ? ('records' as const) : ('items' as const), since };
  });
  return { rows, ...(next && { next: 'more' }) };
};
