import * as z from 'zod';
import type { ItemCirculation } from './item-circulation.ts';

/**
 * The wrong findings of a scan at a shelf: the copy belongs elsewhere, is on loan by its record, is on no shelf by its record (missing, in
 * transit, on the hold shelf), or no item in the consortium has the number.
 */
export const wrongFindings = ['out-of-place', 'on-loan', 'not-on-shelf', 'unknown'] as const;
export const findingSchema = z.enum(['right', ...wrongFindings]);
export type Finding = z.infer<typeof findingSchema>;
export type WrongFinding = (typeof wrongFindings)[number];

/** The shelves that an inventory covers: those of a branch, or of one location there. `openedAt` is ISO 8601. */
export type InventoryPlace = { branchId: string; location?: string; openedAt: string };

/** Returns whether a copy of the branch belongs to the location of the inventory; copies of other branches may be at any location. */
const atLocation = ({ branchId, location }: ItemCirculation, place: InventoryPlace): boolean =>
  place.location === undefined || branchId !== place.branchId || location === place.location;

/**
 * Returns which of the copies with a scanned number is meant: the one last seen here, else one whose home is here. When old numbers of two
 * members collide, the member's own copy is the likeliest.
 */
export const meantHere = (
  items: readonly ItemCirculation[],
  { branchId }: Pick<InventoryPlace, 'branchId'>,
): ItemCirculation | undefined =>
  items.find((item) => item.currentBranch === branchId) ?? items.find((item) => item.branchId === branchId) ?? items[0];

/** Returns the finding for a copy on a shelf here, by its record at the time of the scan. */
export const findingOf = (item: ItemCirculation | undefined, place: InventoryPlace): Finding => {
  if (item === undefined) return 'unknown';
  const { state, loan, currentBranch } = item;
  if (loan !== undefined) return 'on-loan';
  // A paged copy is on its shelf until it is pulled.
  if (state !== 'available' && state !== 'paged') return 'not-on-shelf';
  return currentBranch === place.branchId && atLocation(item, place) ? 'right' : 'out-of-place';
};

/**
 * Returns whether a copy should be on the shelves of an inventory: available, last seen at this branch, of this location. The branch where
 * it was last seen decides, not its home, as floating copies stay where they were checked in. Copies on loan, in transit, on the hold
 * shelf, paged or going to a reserve elsewhere are not expected.
 */
export const shouldStand = (item: ItemCirculation, place: InventoryPlace): boolean => {
  const { state, loan, currentBranch, branchId, location, transit, reserve } = item;
  if (state !== 'available' || loan !== undefined || transit !== undefined) return false;
  if (currentBranch !== place.branchId || (reserve !== undefined && branchId !== place.branchId)) return false;
  return place.location === undefined || location === place.location;
};

/** Returns whether it passed a desk of the branch after the inventory was opened: then it was seen, on a shelf or not. */
export const passedDesk = ({ lastCheckin }: ItemCirculation, { branchId, openedAt }: InventoryPlace): boolean =>
  lastCheckin !== undefined && lastCheckin.branchId === branchId && lastCheckin.at >= openedAt;
