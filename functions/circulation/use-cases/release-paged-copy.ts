import { unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { claims } from '../../items/public/hold.ts';
import { itemRecord, itemStore } from '../../items/public/item-store.ts';
import { holdStore } from '../data/hold-store.ts';
import { releasePage } from '../domain/target-hold.ts';

/** A copy and the hold for which it was paged. */
export type Page = { itemId: string; holdId: string };

/**
 * Frees a copy that was paged for a hold which another copy filled. A write of its own after the one that filled it, which
 * made the page stale: losing a race here is harmless, and what a worker that died left undone is done by the stream.
 */
export const releasePagedCopy = async (table: Table, { itemId, holdId }: Page): Promise<void> => {
  const item = await itemStore(table).get(itemId, { strong: true });
  const freed = item && releasePage(item, holdId);
  if (!item || !freed) return;
  await table.write([{ put: itemRecord(freed), when: unchanged(item.v), sizeOf: itemRecord(item) }]);
};

/** The same for a page of which the stream says that its hold has left it, unless the hold has come back to it since. */
export const releaseAbandonedCopy = async (table: Table, recordId: string, page: Page): Promise<void> => {
  const hold = await holdStore(table).get(recordId, page.holdId, { strong: true });
  if (!claims(hold, page.itemId)) await releasePagedCopy(table, page);
};
