import type { ItemCirculation } from './item-circulation.ts';

/** Where a course has an item on reserve, and by which category of the rule matrix it is lent meanwhile. */
export type ReservePlace = { branchId: string; location: string; category: string };

/** One course that has an item on reserve. */
export type Listing = ReservePlace & { courseId: string };

/** All courses that have an item on reserve, in the order in which they asked; `personal`: an instructor's own copy, here for them only. */
export type ItemReserves = { itemId: string; memberId: string; listings: Listing[]; personal?: true; v: number };

/** An item with nothing on reserve yet. */
export const noReserves = ({ itemId, memberId }: ItemCirculation): ItemReserves => ({
  ...{ itemId, memberId },
  listings: [],
  v: 0,
});

/** The same with one more course; a course asks once. */
export const listedFor = (reserves: ItemReserves, listing: Listing): ItemReserves => ({
  ...reserves,
  listings: reserves.listings.some(({ courseId }) => courseId === listing.courseId)
    ? reserves.listings
    : [...reserves.listings, listing],
});

/** The same without a course. */
export const unlistedFor = (reserves: ItemReserves, courseId: string): ItemReserves => ({
  ...reserves,
  listings: reserves.listings.filter((one) => one.courseId !== courseId),
});

const samePlace = (item: ItemCirculation, { branchId, location, category }: ReservePlace): boolean =>
  item.reserve !== undefined && item.branchId === branchId && item.location === location && item.category === category;

const restored = ({ reserve, ...item }: ItemCirculation): ItemCirculation =>
  reserve === undefined ? item : { ...item, ...reserve.own };

/**
 * An item as the courses that have it on reserve leave it: at the place and under the category of the one that asked first,
 * whose shelf it stands on, until that one ends; then of the next; with none left again at its own. What is lent stays lent on
 * its terms, for a loan keeps those of its checkout: place and category are those of the next loan at once. One that does not
 * stand at the reserve's branch is awaited there, and the desk is told when it comes in.
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
