import type { ItemCirculation } from './item-circulation.ts';

/** A guest of a floating group at a branch. */
export type Guest = { branchId: string; group: string };

/** A change of the guest count at a branch; `below`: the cap, which the count must be below. */
export type GuestCount = Guest & { add: 1 | -1; below?: number };

/** Returns the branch where an item is counted as a guest; undefined when it is at home or floated where guests are not counted. */
export const guestOf = ({ floated }: Pick<ItemCirculation, 'floated'>): Guest | undefined => {
  const [branchId, group] = floated?.split(' ') ?? [];
  return branchId && group ? { branchId, group } : undefined;
};

/** Packs a guest into the text that an item's record stores. */
export const packGuest = ({ branchId, group }: Guest): string => `${branchId} ${group}`;
