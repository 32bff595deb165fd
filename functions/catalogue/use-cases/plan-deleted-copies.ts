import { present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { BarcodePointer } from '../../items/public/barcode-pointer.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { isHeld } from '../../items/public/item-is-held.ts';
import { isRetained } from '../../items/public/item-is-retained.ts';
import { keys as itemsKeys } from '../../items/public/keys.ts';
import type { DeletedCopy } from '../../items/public/last-copy.ts';
import { lastOfParts } from '../../items/public/last-of-parts.ts';
import { offerDays } from '../../items/public/offer-days.ts';
import { readBarcode } from '../../items/public/read-barcode.ts';
import { readItem } from '../../items/public/read-item.ts';
import { releaseBarcode } from '../../items/public/release-barcode.ts';
import { type CopyOffer, offerWrite, readOffer } from '../data/copy-offer-store.ts';
import { itemsOfSource } from '../data/item-writes.ts';
import { key } from '../data/keys.ts';
import type { SourceRecord } from '../data/source-record.ts';
import type { StoredItem } from '../domain/items/stored-item.ts';
import type { ImportReject } from '../domain/loading/import.ts';
import { type LoadRecord, retainedItem } from '../domain/loading/load-record.ts';
import { type GuardedTitle, guardedTitle } from './guard-last-copy.ts';

/** An item of the record with its related rows, read at one time. */
type Copy = {
  item: StoredItem;
  now: ItemCirculation | undefined;
  offer: CopyOffer | undefined;
  pointer: BarcodePointer | undefined;
};

/**
 * What to do with a deleted record's copies. `removals`: for each copy to remove, its writes; `offers`: the writes that offer a copy;
 * `retained`: which copies stay, and why; `stands`: the record stays in the union for a copy that no other member holds; `title`: the guarded
 * title for all these writes, when there are copies.
 */
export type DeletedCopies = {
  removals: Write[][];
  offers: Write[];
  retained: ImportReject[];
  stands: boolean;
  title: GuardedTitle | undefined;
};

/** The actor of offers that a load makes. */
const LOAD = 'load:';

const readCopies = async (table: Table, items: readonly StoredItem[]): Promise<Copy[]> => {
  const labelled = items.filter(({ barcode }) => barcode !== '');
  const rows = await table.getMany(
    [
      ...items.map((item) => itemsKeys.key('item', item)),
      ...items.map((item) => key('copyOffer', item)),
      ...labelled.map((item) => itemsKeys.key('barcode', item)),
    ],
    { strong: true },
  );
  const pointers = new Map(
    rows
      .slice(2 * items.length)
      .flatMap((row) => (row ? [readBarcode(row)] : []))
      .map((one) => [one.barcode, one]),
  );
  return items.map((item, i) => {
    const [now, offer] = [rows[i], rows[items.length + i]];
    return {
      ...{ item, now: now && readItem(now), offer: offer && readOffer(offer) },
      pointer: pointers.get(item.barcode),
    };
  });
};

/** Returns why a copy cannot be removed with its record; undefined when it can. */
const tieOf = ({ now }: Copy, at: string): string | undefined => {
  if (now === undefined) return undefined;
  if (isRetained(now, at)) return 'to be retained';
  const { state, loan, hold, transit } = now;
  return state !== 'available' || loan || hold || transit ? state : undefined;
};

const removal = ({ item, now, offer, pointer }: Copy): Write[] => [
  { delete: key('itemDescription', item), when: present() },
  ...(now ? [{ delete: itemsKeys.key('item', item), when: unchanged(now.v) }] : []),
  // A copy that is removed can no longer be taken.
  ...(offer ? [{ delete: key('copyOffer', item), when: unchanged(offer.v) }] : []),
  ...(pointer ? [releaseBarcode(pointer, item.itemId)] : []),
];

/** Returns the copies that stay because no other member holds the title; empty when others do. */
const lastOf = (copies: readonly Copy[], at: string): Set<string> => {
  const held = copies.flatMap((copy): DeletedCopy[] => {
    const { now, offer } = copy;
    const until = offer?.state === 'open' ? { offeredUntil: offer.until } : {};
    return now ? [{ item: now, isFree: tieOf(copy, at) === undefined, ...until }] : [];
  });
  return new Set(lastOfParts(held, at).map(({ item }) => item.itemId));
};

/**
 * Decides what to do with a deleted record's copies in their current state, read strongly. Copies on the shelf are removed. A copy that is
 * on loan, in transit, on hold, lost or retained stays. When no other member holds the title, one copy of each part stays too and is
 * offered to the members, unless it was offered before.
 */
export const deletedCopies = async (
  { table, importId, now }: { table: Table; importId: string; now: number },
  record: LoadRecord,
  before: SourceRecord,
): Promise<DeletedCopies> => {
  const done: DeletedCopies = { removals: [], offers: [], retained: [], stands: false, title: undefined };
  const items = await itemsOfSource(table, record.sourceId, true);
  if (items.length === 0) return done;
  // Read the guard before the copies that it protects.
  const title = await guardedTitle(table, before.recordId);
  const copies = await readCopies(table, items);
  const at = iso(now);
  const others = title?.copies.some((one) => one.sourceId !== record.sourceId && isHeld(one)) === true;
  const last = others ? new Set<string>() : lastOf(copies, at);
  for (const copy of copies) {
    const { item, now: is, offer } = copy;
    const tie = tieOf(copy, at);
    if (!others && is && isHeld(is) && (tie !== undefined || last.has(item.itemId))) done.stands = true;
    if (tie !== undefined) done.retained.push(retainedItem(record, item.barcode, tie));
    else if (is && last.has(item.itemId)) {
      done.retained.push(retainedItem(record, item.barcode, 'last-copy'));
      const write = offerWrite(is, offer, { now, days: offerDays.usual, by: `${LOAD}${importId}` });
      if (write) done.offers.push(write);
    } else done.removals.push(removal(copy));
  }
  return { ...done, title };
};

/**
 * Returns, for each offer that a load ends, its write. When a deleted record returns, these are the offers that its deletion made, as the
 * owner still has the copies; when a load commits the owner to retain copies, it is any offer of these.
 */
export const endedOffers = async (
  table: Table,
  before: SourceRecord | undefined,
  items: readonly StoredItem[],
  changed: readonly StoredItem[],
): Promise<Write[][]> => {
  const comesAgain = before?.deletionWaits === true || before?.itemsPending === true;
  const committed = new Set(changed.filter(({ retention }) => retention?.from === 'load').map(({ itemId }) => itemId));
  const asked = comesAgain ? items : items.filter(({ itemId }) => committed.has(itemId));
  if (asked.length === 0) return [];
  const rows = await table.getMany(
    asked.map((item) => key('copyOffer', item)),
    { strong: true },
  );
  return rows
    .flatMap((row) => (row ? [readOffer(row)] : []))
    .filter(({ itemId, state, by }) => state === 'open' && (committed.has(itemId) || by.startsWith(LOAD)))
    .map((offer) => [{ delete: key('copyOffer', offer), when: unchanged(offer.v) }]);
};
