import { unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { claims } from '../../items/public/hold-claims.ts';
import { itemRecord } from '../../items/public/item-record.ts';
import { itemStore } from '../../items/public/item-store.ts';
import { holdStore } from '../data/hold-store.ts';
import { releasePage } from '../domain/holds/target-hold.ts';

/** A copy and the hold for which it was paged. */
export type Page = { itemId: string; holdId: string };

/**
 * Releases a copy that was paged for a hold which another copy filled. A separate write after the one that filled it and made the page
 * stale: a conflict is harmless, and the stream consumer completes what a crashed worker left undone.
 */
export const releasePagedCopy = async (table: Table, { itemId, holdId }: Page): Promise<void> => {
  const item = await itemStore(table).get(itemId, { strong: true });
  const freedCopy = item && releasePage(item, holdId);
  if (!item || !freedCopy) return;
  await table.write([{ put: itemRecord(freedCopy), when: unchanged(item.v), sizeOf: itemRecord(item) }]);
};

/** Releases a copy whose hold has left the page according to the stream, unless the hold has returned to it since. */
export const releaseAbandonedCopy = async (table: Table, recordId: string, page: Page): Promise<void> => {
  const hold = await holdStore(table).get(recordId, page.holdId, { strong: true });
  if (!claims(hold, page.itemId)) await releasePagedCopy(table, page);
};
