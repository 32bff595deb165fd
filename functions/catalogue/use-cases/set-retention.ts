import { absent, equals, or, present } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { itemUpdate } from '../../items/public/item-update.ts';
import { keys as itemsKeys } from '../../items/public/keys.ts';
import { readItem } from '../../items/public/read-item.ts';
import { offerOf } from '../data/copy-offer-store.ts';
import { lastDay } from '../data/item-writes.ts';
import { key } from '../data/keys.ts';
import { readItemDescription, toDescription } from '../domain/items/stored-item.ts';
import type { ItemDescription } from '../domain/views/views.ts';

type Retention = NonNullable<ItemDescription['retention']>;

/** The item and its member, the retention (none: it ends), and the permanent note. */
export type Retaining = {
  memberId: string;
  itemId: string;
  retention: Retention | null;
  audit: Pick<AuditLine, 'at' | 'auditId' | 'by'>;
};

const notTaken = () => or(equals('state', 'open'), equals('state', 'withdrawn'));

/**
 * Commits a member to retain an item, or releases it, in one transaction. The description says for whom and until when. The circulation
 * record says until when, as a withdrawal is conditioned on it and so respects the commitment. An open offer of the copy ends. Returns the
 * updated item; undefined when the member has no such item.
 */
export const retainItem = async (table: Table, request: Retaining): Promise<ItemDescription | undefined> => {
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
    // When the copy is taken at the same time, it belongs to another member and the transaction fails.
    ...(offer?.state === 'open' ? [{ delete: key('copyOffer', { itemId }), when: or(absent(), notTaken()) }] : []),
    // A load that read the item before this conflicts and does not remove the commitment.
    { update: key('source', copy), when: present() },
    auditWrite({ ...audit, member: memberId, subject: `item:${itemId}`, did: 'retain', detail }),
  ]);
  if (conflict) return undefined;
  const now = await table.get(description, { strong: true });
  return now && toDescription(readItemDescription(now));
};
