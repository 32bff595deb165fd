import * as z from 'zod';
import { expectedVersion } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Item, Write } from '../../../layers/platform/dynamodb/write.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { gsi2, indexPartition, key } from './keys.ts';

const stored = z.object({
  itemId: z.string(),
  memberId: z.string(),
  recordId: z.string(),
  sourceId: z.string(),
  barcode: z.string(),
  offeredAt: z.string(),
  until: z.string(),
  by: z.string(),
  state: z.enum(['open', 'taken', 'withdrawn']),
  takenBy: z.string().exactOptional(),
  v: z.number(),
});

/** The offer of a last copy to the members. Times are ISO 8601 UTC. */
export type CopyOffer = z.infer<typeof stored>;

/** Decodes a stored offer. */
export const readOffer = (row: unknown): CopyOffer => stored.parse(row);

/** Returns an offer as an item of the table: in the list of open offers while it is open. */
export const offerRow = (offer: CopyOffer): Item => ({
  ...key('copyOffer', offer),
  ...(offer.state === 'open' && gsi2('copyOffer', offer)),
  ...stamp('copyOffer', offer.v),
  ...offer,
});

/** Returns the offer of a copy, if any. */
export const offerOf = async (table: Table, itemId: string): Promise<CopyOffer | undefined> => {
  const row = await table.get(key('copyOffer', { itemId }), { strong: true });
  return row && readOffer(row);
};

/** Lists the offers that are open or ended without being taken, the next to end first. */
export const listOffers = (table: Table, pageRequest: PageRequest): Promise<CursorPage<CopyOffer> | 'bad-cursor'> => {
  const partition = indexPartition('copyOffer', 'gsi2', {});
  return readPage(table, { index: 'gsi2', partition }, pageRequest, readOffer);
};

const DAY_MS = 24 * 60 * 60 * 1000;

/** When, for how many days and by whom a copy is offered. */
type Offering = { now: number; days: number; by: string };

/**
 * Returns the write that offers a copy, also when its earlier offer ended, was taken or withdrawn; none while one is open. Takes the offer
 * as it was read.
 */
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
