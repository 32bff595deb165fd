import { absent, equals, or, present } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { itemUpdate, readItem } from '../../items/public/item-store.ts';
import { keys as itemsKeys } from '../../items/public/keys.ts';
import { offerOf } from '../data/copy-offer-store.ts';
import { lastDay } from '../data/item-writes.ts';
import { key } from '../data/keys.ts';
import { readItemDescription, type StoredItem } from '../domain/items/stored-item.ts';
import type { ItemDescription } from '../domain/views/views.ts';

type Retention = NonNullable<ItemDescription['retention']>;

/** Which item of which member is to be kept (nothing: no longer), and what is noted of it for good. */
export type Retaining = {
  memberId: string;
  itemId: string;
  retention: Retention | null;
  audit: Pick<AuditLine, 'at' | 'auditId' | 'by'>;
};

const notTaken = () => or(equals('state', 'open'), equals('state', 'withdrawn'));

/**
 * Commits a member to keep an item, or releases it, in one transaction: the description says to whom and until when, the
 * circulation record until when, so that withdrawing it, which is conditioned on that record, cannot pass it by. An offer of the
 * copy that stands open ends with it. Gives the item as it is then; nothing when the member has no such item.
 */
export const retainItem = async (table: Table, request: Retaining): Promise<StoredItem | undefined> => {
  const { memberId, itemId, retention, audit } = request;
  const row = await table.get(itemsKeys.key('item', { itemId }), { strong: true });
  const copy = row && readItem(row);
  if (copy?.memberId !== memberId) return undefined;
  const description = key('itemDescription', copy);
  const offer = retention ? await offerOf(table, itemId) : undefined;
  const detail = { ...(retention ?? {}), released: retention === null };
  const conflict = await table.write([
    retention
      ? { update: description, set: { retention }, when: present() }
      : { update: description, remove: ['retention'], when: present() },
    retention
      ? itemUpdate(copy, { set: { retained: lastDay(retention) } }, present())
      : itemUpdate(copy, { set: {}, remove: ['retained'] }, present()),
    // Taken in this moment, the copy is another's and the whole fails.
    ...(offer?.state === 'open' ? [{ delete: key('copyOffer', { itemId }), when: or(absent(), notTaken()) }] : []),
    // A load that read the item before this conflicts, and does not take the commitment away.
    { update: key('source', copy), when: present() },
    auditWrite({ ...audit, subject: `item:${itemId}`, did: 'retain', detail }),
  ]);
  if (conflict) return undefined;
  const now = await table.get(description, { strong: true });
  return now && readItemDescription(now);
};
