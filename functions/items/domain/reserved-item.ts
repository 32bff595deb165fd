import type { ItemCirculation } from './item-circulation.ts';

/** The place of a course reserve, with the category of the rule matrix under which the item is lent meanwhile. */
export type ReservePlace = { branchId: string; location: string; category: string };

/** The reserve of an item for one course. */
export type Listing = ReservePlace & { courseId: string };

/** All reserves of an item, in the order of request; `personal`: an instructor's own copy, here for the reserves only. */
export type ItemReserves = { itemId: string; memberId: string; listings: Listing[]; personal?: true; v: number };

/** Returns an item's reserves when there are none yet. */
export const noReserves = ({ itemId, memberId }: ItemCirculation): ItemReserves => ({
  ...{ itemId, memberId },
  listings: [],
  v: 0,
});

/** Returns the reserves with one more course; a course has at most one. */
export const listedFor = (reserves: ItemReserves, listing: Listing): ItemReserves => ({
  ...reserves,
  listings: reserves.listings.some(({ courseId }) => courseId === listing.courseId)
    ? reserves.listings
    : [...reserves.listings, listing],
});

/** Returns the reserves without a course. */
export const unlistedFor = (reserves: ItemReserves, courseId: string): ItemReserves => ({
  ...reserves,
  listings: reserves.listings.filter((one) => one.courseId !== courseId),
});

const samePlace = (item: ItemCirculation, { branchId, location, category }: ReservePlace): boolean =>
  item.reserve !== undefined && item.branchId === branchId && item.location === location && item.category === category;

const restored = ({ reserve, ...item }: ItemCirculation): ItemCirculation =>
  reserve === undefined ? item : { ...item, ...reserve.own };

/**
 * Returns an item with its course reserves applied: at the place and under the category of the first request, until that ends; then of the
 * next; without reserves at its own. A loan keeps the terms of its checkout: place and category apply to the next loan at once. An item
 * that is not at the reserve's branch is awaited there, and the desk is notified when it arrives.
 */
export const asReserved = (item: ItemCirculation, { listings }: ItemReserves): ItemCirculation => {
  const [first] = listings;
  if (first === undefined) return restored(item);
  if (samePlace(item, first)) return item;
  const own = item.reserve?.own ?? { branchId: item.branchId, location: item.location, category: item.category };
  const here = item.state === 'available' && item.currentBranch === first.branchId;
  const { branchId, location, category } = first;
  return { ...item, branchId, location, category, reserve: { own, ...(!here && { awaited: true as const }) } };
};
