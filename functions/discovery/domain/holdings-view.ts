import type { Audience } from '../../catalogue/public/audience.ts';
import { maySee } from '../../catalogue/public/may-see.ts';
import type { ItemDescription } from '../../catalogue/public/views.ts';
import type { Viewer } from '../../catalogue/public/visibility.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { LiveCopy, MemberHoldings } from './views.ts';

/** A source record's copies with the audiences it and its holdings are hidden from. */
export type HeldCopies = {
  memberId: string;
  hiddenFrom: readonly Audience[];
  hiddenHoldings: Readonly<Record<string, readonly Audience[]>>;
  items: readonly ItemDescription[];
};

/**
 * Returns the items of these sources that a viewer may see: neither they, nor their holding, nor their record is hidden from the viewer.
 */
export const visibleItems = (sources: readonly HeldCopies[], viewer: Viewer): ItemDescription[] =>
  sources.flatMap(({ memberId, hiddenFrom, hiddenHoldings, items }) =>
    items.filter((item) =>
      maySee(viewer, memberId, [...hiddenFrom, ...(hiddenHoldings[item.branchId] ?? []), ...item.hiddenFrom]),
    ),
  );

/** Returns the other branch of a copy, if any; none for a loan, as its branch is the borrower's private data. */
const elsewhereOf = ({ loan, transit, currentBranch, branchId }: ItemCirculation): string | undefined => {
  if (loan) return undefined;
  const place = transit?.sentAt === undefined ? currentBranch : transit.to;
  return place === branchId ? undefined : place;
};

/** Returns a copy at its current place: on course reserve where the reserve is, not where it is catalogued. */
const asItStands = (item: ItemDescription, { reserve, branchId, location, category }: ItemCirculation) =>
  reserve === undefined ? item : { ...item, branchId, location, category };

/** Returns a copy as everybody may see it: for a loan its due date, never the borrower. */
const liveCopy = (item: ItemDescription, now: ItemCirculation): LiveCopy => {
  const elsewhere = elsewhereOf(now);
  return {
    itemId: item.itemId,
    barcode: item.barcode,
    location: item.location,
    callNumber: item.callNumber,
    category: item.category,
    copyNumber: item.copyNumber,
    volume: item.volume,
    state: now.state,
    ...(now.loan ? { due: now.loan.due } : {}),
    ...(elsewhere === undefined ? {} : { elsewhere }),
  };
};

const grouped = <T>(all: readonly T[], nameOf: (one: T) => string): [string, T[]][] => {
  const groups = Map.groupBy(all, nameOf);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
};

/**
 * Returns copies by member and branch, in the order of ids, call numbers and copies. Takes the items that may be seen and their current
 * places; leaves out one that is withdrawn or unknown to circulation.
 */
export const holdingsView = (
  items: readonly ItemDescription[],
  circulationOf: (itemId: string) => ItemCirculation | undefined,
): MemberHoldings[] => {
  const live = items.flatMap((item) => {
    const now = circulationOf(item.itemId);
    if (now === undefined || now.state === 'withdrawn') return [];
    const current = asItStands(item, now);
    return [{ item: current, copy: liveCopy(current, now) }];
  });
  const inOrder = live.sort((a, b) => orderOf(a.copy).localeCompare(orderOf(b.copy), 'en'));
  return grouped(inOrder, ({ item }) => item.memberId).map(([memberId, theirs]) => ({
    memberId,
    branches: grouped(theirs, ({ item }) => item.branchId).map(([branchId, there]) => ({
      branchId,
      copies: there.map(({ copy }) => copy),
    })),
  }));
};

const orderOf = ({ callNumber, volume, copyNumber, barcode }: LiveCopy): string =>
  [callNumber, volume, copyNumber, barcode].join('\u0001');
