import * as z from 'zod';
import type { ItemCirculation } from './item-circulation.ts';

/**
 * What a scan at a shelf may bring to light: it belongs elsewhere, it is lent by its record, its record has it on no shelf
 * (missing, travelling, waiting for a patron), or nothing in the consortium bears the number.
 */
export const wrongFindings = ['out-of-place', 'on-loan', 'not-on-shelf', 'unknown'] as const;
export const findingSchema = z.enum(['right', ...wrongFindings]);
export type Finding = z.infer<typeof findingSchema>;
export type WrongFinding = (typeof wrongFindings)[number];

/** The shelves that an inventory goes over: those of a branch, or of one location there. `openedAt` is ISO 8601. */
export type InventoryPlace = { branchId: string; location?: string; openedAt: string };

/** Whether a copy of the branch is of the location that is gone over; copies of other branches stand where there is room. */
const atLocation = ({ branchId, location }: ItemCirculation, place: InventoryPlace): boolean =>
  place.location === undefined || branchId !== place.branchId || location === place.location;

/**
 * Which of the copies that bear a scanned number is meant: the one that was seen here last, else one that is at home here. Old
 * numbers of two members collide, and on the shelf stands most likely one's own.
 */
export const meantHere = (
  items: readonly ItemCirculation[],
  { branchId }: Pick<InventoryPlace, 'branchId'>,
): ItemCirculation | undefined =>
  items.find((item) => item.currentBranch === branchId) ?? items.find((item) => item.branchId === branchId) ?? items[0];

/** What it means that this copy stands on a shelf here, by its record as it is at the scan. */
export const findingOf = (item: ItemCirculation | undefined, place: InventoryPlace): Finding => {
  if (item === undefined) return 'unknown';
  const { state, loan, currentBranch } = item;
  if (loan !== undefined) return 'on-loan';
  // A page asks for it to be fetched: until then it stands on its shelf.
  if (state !== 'available' && state !== 'paged') return 'not-on-shelf';
  return currentBranch === place.branchId && atLocation(item, place) ? 'right' : 'out-of-place';
};

/**
 * Whether a copy should be found on the shelves of an inventory: free, seen last at this branch, of this location. Where it was
 * seen last decides, not its home: what floats stands where it came in. What is lent, travels, waits for a patron, is to be
 * fetched or goes to a reserve elsewhere is not looked for.
 */
export const shouldStand = (item: ItemCirculation, place: InventoryPlace): boolean => {
  const { state, loan, currentBranch, branchId, location, transit, reserve } = item;
  if (state !== 'available' || loan !== undefined || transit !== undefined) return false;
  if (currentBranch !== place.branchId || (reserve !== undefined && branchId !== place.branchId)) return false;
  return place.location === undefined || location === place.location;
};

/** Whether it passed a desk of the branch since the inventory was opened: then it was seen, on a shelf or not. */
export const passedDesk = ({ lastCheckin }: ItemCirculation, { branchId, openedAt }: InventoryPlace): boolean =>
  lastCheckin !== undefined && lastCheckin.branchId === branchId && lastCheckin.at >= openedAt;
