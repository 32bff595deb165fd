import * as z from 'zod';
import { and, equals, expectedVersion, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Item, Write } from '../../../layers/platform/dynamodb/write.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { isHeld, type LastCopy } from '../../items/public/withdrawal.ts';
import { gsi2, indexPartition, key } from '../data/keys.ts';
import { unionCopies } from '../data/union-copies.ts';
import { findRecord } from '../data/union-record.ts';
import type { UnionRecord } from '../domain/union-state.ts';

const stored = z.object({
  itemId: z.string(),
  memberId: z.string(),
  recordId: z.string(),
  sourceId: z.string(),
  barcode: z.string(),
  offeredAt: z.string(),
  until: z.string(),
  by: z.string(),
  state: z.enum(['open', 'taken', 'taken-back']),
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
export const listOffers = (table: Table, wish: PageRequest): Promise<CursorPage<CopyOffer> | 'bad-cursor'> => {
  const partition = indexPartition('copyOffer', 'gsi2', {});
  return readPage(table, { index: 'gsi2', partition }, wish, readOffer);
};

const DAY_MS = 24 * 60 * 60 * 1000;

/** When, for how many days and in whose name a copy is offered. */
type Offering = { now: number; days: number; by: string };

/** The write that offers a copy, anew where its offer is over, was taken or taken back; none while one stands. Takes the offer as it was read. */
export const offerWrite = (
  { itemId, memberId, recordId = '', sourceId, barcode }: ItemCirculation,
  before: CopyOffer | undefined,
  { now, days, by }: Offering,
): Write | undefined => {
  if (before?.state === 'open' && before.until > iso(now)) return undefined;
  const v = (before?.v ?? 0) + 1;
  const times = { offeredAt: iso(now), until: iso(now + days * DAY_MS) };
  const offer = offerRow({ itemId, memberId, recordId, sourceId, barcode, ...times, by, state: 'open', v });
  return { put: offer, when: expectedVersion(v - 1) };
};

/**
 * A title's copies, read strongly under the guard of its record. The guards hold that the union record is made of the same records
 * and that no copy of it was withdrawn since. Of several transactions of one reader the nth (from 0) takes those of that number, as
 * each raises the guard. `written`: the union records that the transaction writes or checks by itself.
 */
export type GuardedTitle = {
  record: UnionRecord;
  copies: ItemCirculation[];
  guards: (nth?: number, written?: ReadonlySet<string>) => Write[];
};

/** Reads the copies of a title under its guard, the guard first. Undefined when there is no such record. */
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

/** Whether a copy is the last of its title, and what a withdrawal has to write so that this stays true until it is written. */
export type Standing = { lastCopy?: LastCopy; guards: Write[] };

/**
 * Looks whether the consortium holds another copy of an item's title. The guards (`guardedTitle`) hold that this stays so, and
 * that the offer still stands: so of two last copies that are withdrawn in the same instant one is refused. An open offer ends
 * with the copy, whatever else holds.
 */
export const standingOfCopy = async (table: Table, item: ItemCirculation): Promise<Standing> => {
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
