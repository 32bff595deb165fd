import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { isRetained } from '../../items/public/item-is-retained.ts';
import { itemStore } from '../../items/public/item-store.ts';
import { type CopyOffer, offerOf, offerWrite } from '../data/copy-offer-store.ts';
import type { titleDeps } from '../deps.ts';
import { offerView } from '../schemas/copy-offers.ts';
import { checkLastCopy } from './guard-last-copy.ts';

/** The offer to make: which copy of which member, for how many days, by whom. */
type LastCopyOffer = { memberId: string; itemId: string; days: number; by: string; now: number };

/** The reason why a copy is not offered; `until`: the date to which it is retained. */
type NotOffered =
  | { refused: 'unknown-item' | 'not-last-copy' | 'taken-meanwhile' }
  | { refused: 'item-retained'; until: string | undefined };

/** Stores the offer; an open one does not change. */
const storeOffer = async (
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

/** Offers the last copy of a title, a member's own, to the other members. */
export const offerLastCopy = async ({ table, titles }: ReturnType<typeof titleDeps>, wanted: LastCopyOffer) => {
  const { memberId, itemId, now } = wanted;
  const offered = await storeOffer(table, wanted);
  if ('offer' in offered) return answer(offerView(offered.offer, await titles.ofSource(offered.sourceId, now)));
  switch (offered.refused) {
    case 'unknown-item':
      return refuse('unknown-item', `${memberId} has no item ${itemId}.`, '/body/itemId');
    case 'item-retained':
      return refuse('item-retained', `It is retained until ${offered.until}.`);
    case 'not-last-copy':
      return refuse('not-last-copy', 'Another copy of this title is held.', '/body/itemId');
    default:
      return refuse('not-last-copy', 'It was taken, or taken back, in this moment.', '/body/itemId');
  }
};
