import { and, equals, expectedVersion, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { isHeld } from '../../items/public/item-is-held.ts';
import type { LastCopy } from '../../items/public/last-copy.ts';
import { offerOf } from '../data/copy-offer-store.ts';
import { key } from '../data/keys.ts';
import { unionCopies } from '../data/union-copies.ts';
import { findRecord } from '../data/union-record.ts';
import type { UnionRecord } from '../domain/union/union-state.ts';

/**
 * The copies of a title, read strongly, with the guards of its record: conditions that the union record still consists of the same records
 * and that no copy of it was withdrawn since. Every transaction raises the guard, so the nth transaction of one reader (from 0) uses the
 * guards of that number. `written`: the union records that the transaction writes or checks itself.
 */
export type GuardedTitle = {
  record: UnionRecord;
  copies: ItemCirculation[];
  guards: (nth?: number, written?: ReadonlySet<string>) => Write[];
};

/** Reads the copies of a title and, before them, its guard. Undefined when there is no such record. */
export const guardedTitle = async (table: Table, recordId: string): Promise<GuardedTitle | undefined> => {
  const found = await findRecord(table, recordId, { strong: true });
  if (!found) return undefined;
  const { now } = found;
  const guardKey = key('withdrawals', now);
  const seen = Number((await table.get(guardKey, { strong: true }))?.v ?? 0);
  const union = { recordId: now.recordId, recordIds: [now.recordId, ...now.absorbed], sources: now.sources };
  const copies = await unionCopies(table).copies(union, { strong: true });
  const guards: GuardedTitle['guards'] = (nth = 0, written = new Set()) => [
    { update: guardKey, set: { entity: 'withdrawals', schema: 1 }, when: expectedVersion(seen + nth) },
    ...(written.has(now.recordId) ? [] : [{ check: key('record', now), when: unchanged(now.v) }]),
  ];
  return { record: now, copies, guards };
};

/** Whether a copy is the last of its title, with the guards that refuse a withdrawal when that changes before it is written. */
export type LastCopyCheck = { lastCopy?: LastCopy; guards: Write[] };

/**
 * Checks whether the consortium holds another copy of an item's title. The guards refuse the withdrawal when this or the offer changes
 * meanwhile: of the last two copies, withdrawn at once, one withdrawal is refused. An open offer is deleted with the copy in any case.
 */
export const checkLastCopy = async (table: Table, item: ItemCirculation): Promise<LastCopyCheck> => {
  const { itemId, recordId } = item;
  const offer = await offerOf(table, itemId);
  const isOpen = offer?.state === 'open';
  const ended: Write[] = isOpen
    ? [{ delete: key('copyOffer', { itemId }), when: and(equals('state', 'open'), equals('until', offer.until)) }]
    : [];
  if (recordId === undefined || !isHeld(item)) return { guards: ended };
  const title = await guardedTitle(table, recordId);
  if (!title) return { guards: ended };
  const guards = [...title.guards(), ...ended];
  if (title.copies.some((copy) => copy.itemId !== itemId && isHeld(copy))) return { guards };
  return { guards, lastCopy: isOpen ? { offeredUntil: offer.until } : {} };
};
