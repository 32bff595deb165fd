import type { CursorPage } from '../../../../layers/platform/dynamodb/cursor.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { ItemList } from '../../../items/public/item-store.ts';
import type { TodayDeps } from '../../deps.ts';
import type { ItemToday } from '../../schemas.ts';
import { counted, type Reach } from './counted.ts';

const DAY_MS = 24 * 60 * 60_000;
/** How many items of a list the first page counts: as many cost two small reads. */
const COUNTED = 12;
/** How many it counts beside many other lists: as many cost one small read. */
const FEW = 7;

const placed = (item: ItemCirculation): ItemToday => {
  const { itemId, barcode, recordId, location } = item;
  return { itemId, barcode, location, ...(recordId !== undefined && { recordId }) };
};

const toFetch = (item: ItemCirculation): ItemToday => {
  const to = item.hold?.pickupBranch ?? item.transit?.to;
  return { ...placed(item), ...(to !== undefined && { to }) };
};

const toClear = (item: ItemCirculation): ItemToday => {
  const until = item.hold?.shelfExpiresAt;
  return { ...placed(item), ...(until !== undefined && { until }) };
};

const missing = ({ aside, ...item }: ItemCirculation): ItemToday => ({
  ...placed(item),
  ...(aside && { since: aside.at, reason: aside.reason }),
});

const coming = (item: ItemCirculation, before: string): ItemToday => {
  const { from, sentAt: since } = item.transit ?? {};
  return {
    ...placed(item),
    ...(from !== undefined && { from }),
    ...(since !== undefined && { since, ...(since < before && { late: true as const }) }),
  };
};

/**
 * Reads the lists of items of a branch, each by one page: to fetch, to clear, coming in and missing. `isBrief`: fewer
 * of each, beside many other lists. `now` in epoch ms.
 */
export const itemLists = async (
  { items, longTransitDays }: TodayDeps,
  { branchId, now, isBrief, reach }: { branchId: string; now: number; isBrief: boolean; reach: Reach },
) => {
  const page = async (list: ItemList, before?: string): Promise<CursorPage<ItemCirculation>> => {
    const read = await items.list(list, branchId, { limit: reach(isBrief ? FEW : COUNTED), before });
    return read === 'bad-cursor' ? { rows: [] } : read;
  };
  const [pull, shelf, transits, gone, days] = await Promise.all([
    page('pull'),
    // Without a claim, or claimed until an earlier time: nobody will come for it.
    page('shelf', iso(now + 1)),
    page('transitTo'),
    page('missing'),
    longTransitDays(now),
  ]);
  const before = iso(now - days * DAY_MS);
  const late = transits.rows.filter(({ transit }) => (transit?.sentAt ?? before) < before).length;
  return {
    // All of them, since the first in shelf order may be among the last.
    fetch: counted(pull, toFetch, pull.rows.length),
    clear: counted(shelf, toClear),
    coming: { ...counted(transits, (item) => coming(item, before)), late },
    missing: counted(gone, missing),
  };
};
