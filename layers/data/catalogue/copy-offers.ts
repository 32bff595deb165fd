import * as z from 'zod';
import type { ItemCirculation } from '../../domain/circulation/item-circulation.ts';
import { isHeld, type LastCopy } from '../../domain/circulation/withdrawal.ts';
import { absent, and, type Condition, equals, unchanged } from '../condition.ts';
import { type CursorPage, type PageWish, readPage } from '../cursor.ts';
import { gsi2, indexPartition, key } from '../keys.ts';
import { stamp, type Table } from '../table.ts';
import { unionsOf } from '../union-of.ts';
import type { Item, Write } from '../write.ts';
import { findRecord } from './union-record.ts';

const stored = z.object({
  itemId: z.string(),
  memberId: z.string(),
  recordId: z.string(),
  sourceId: z.string(),
  barcode: z.string(),
  offeredAt: z.string(),
  until: z.string(),
  by: z.string(),
  state: z.enum(['open', 'taken']),
  takenBy: z.string().exactOptional(),
  v: z.number(),
});

/** The offer of a last copy to the members. Instants are ISO 8601 UTC. */
export type CopyOffer = z.infer<typeof stored>;

/** Reads a stored offer. */
export const readOffer = (row: unknown): CopyOffer => stored.parse(row);

/** An offer as an item of the table: on the list of those that stand while it is open. */
export const offerRow = (offer: CopyOffer): Item => ({
  ...key('copyOffer', offer),
  ...(offer.state === 'open' && gsi2('copyOffer', offer)),
  ...stamp('copyOffer', offer.v),
  ...offer,
});

/** The offer of a copy, if it was offered. */
export const offerOf = async (table: Table, itemId: string): Promise<CopyOffer | undefined> => {
  const row = await table.get(key('copyOffer', { itemId }), { strong: true });
  return row && readOffer(row);
};

/** The offers that stand, or ended without being taken, the next to end first. */
export const listOffers = (table: Table, wish: PageWish): Promise<CursorPage<CopyOffer> | 'bad-cursor'> => {
  const partition = indexPartition('copyOffer', 'gsi2', {});
  return readPage(table, { index: 'gsi2', partition }, wish, readOffer);
};

/** Whether a copy is the last of its title, and what a withdrawal has to write so that this stays true until it is written. */
export type Standing = { lastCopy?: LastCopy; guards: Write[] };

/**
 * Looks whether the consortium holds another copy of an item's title. The guards hold that the union record is made of the
 * same records, that no other copy of it was withdrawn since, and that the offer still stands: so of two last copies that are
 * withdrawn in the same instant one is refused. An open offer ends with the copy, whatever else holds. All is read strongly, the
 * guard first.
 */
export const standingOfCopy = async (table: Table, item: ItemCirculation): Promise<Standing> => {
  const { itemId, recordId } = item;
  const offer = await offerOf(table, itemId);
  const isOpen = offer?.state === 'open';
  const ended: Write[] = isOpen
    ? [{ delete: key('copyOffer', { itemId }), when: and(equals('state', 'open'), equals('until', offer.until)) }]
    : [];
  if (recordId === undefined || !isHeld(item)) return { guards: ended };
  const found = await findRecord(table, recordId, { strong: true });
  if (!found) return { guards: ended };
  const { now } = found;
  const guardKey = key('withdrawals', now);
  const guard = await table.get(guardKey, { strong: true });
  const { sources } = now;
  const union = { recordId: now.recordId, recordIds: [now.recordId, ...now.absorbed], sources };
  const copies = await unionsOf(table).copies(union, { strong: true });
  const seen: Condition = guard === undefined ? absent() : unchanged(Number(guard.v));
  const guards: Write[] = [
    { update: guardKey, set: { entity: 'withdrawals', schema: 1 }, when: seen },
    { check: key('record', now), when: unchanged(now.v) },
    ...ended,
  ];
  if (copies.some((copy) => copy.itemId !== itemId && isHeld(copy))) return { guards };
  return { guards, lastCopy: isOpen ? { offeredUntil: offer.until } : {} };
};
