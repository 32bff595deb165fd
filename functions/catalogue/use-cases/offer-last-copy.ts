import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { itemStore } from '../../items/public/item-store.ts';
import { isRetained } from '../../items/public/withdrawal.ts';
import { type CopyOffer, offerOf, offerWrite } from '../data/copy-offer-store.ts';
import { checkLastCopy } from './guard-last-copy.ts';

/** The offer to make: which copy of which member, for how many days, by whom. */
export type LastCopyOffer = { memberId: string; itemId: string; days: number; by: string; now: number };

/** Why a copy is not offered; `until`: the date to which it is retained. */
export type NotOffered =
  | { refused: 'unknown-item' | 'not-last-copy' | 'taken-meanwhile' }
  | { refused: 'item-retained'; until: string | undefined };

/** Offers the last copy of a title to the other members. An open offer does not change. */
export const offerLastCopy = async (
  table: Table,
  { memberId, itemId, days, by, now }: LastCopyOffer,
): Promise<{ offer: CopyOffer; sourceId: string } | NotOffered> => {
  // Read the offer first: taking the copy between the two reads changes the offer, and the write conflicts.
  const before = await offerOf(table, itemId);
  const item = await itemStore(table).get(itemId, { strong: true });
  if (item?.memberId !== memberId || item.recordId === undefined) return { refused: 'unknown-item' };
  if (isRetained(item, iso(now))) return { refused: 'item-retained', until: item.retained };
  const { lastCopy } = await checkLastCopy(table, item);
  if (!lastCopy) return { refused: 'not-last-copy' };
  const write = offerWrite(item, before, { now, days, by });
  if (write) await table.write([write]);
  const offer = await offerOf(table, itemId);
  return offer?.state === 'open' ? { offer, sourceId: item.sourceId } : { refused: 'taken-meanwhile' };
};
