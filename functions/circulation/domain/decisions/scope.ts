import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';

/** The items that a policy line applies to; an `owner` is a branch, or a member for all of its branches. */
type ItemScope = {
  owner?: string | undefined;
  itemCategory?: string | undefined;
  location?: string | undefined;
};

/**
 * Returns how specifically a policy's place matches a branch: 2 the branch itself, 1 its member, 0 no place given; undefined when it
 * does not match.
 */
export const closeness = (place: string | undefined, branchId: string): 0 | 1 | 2 | undefined => {
  if (place === undefined) return 0;
  if (place === branchId) return 2;
  return place === memberOfBranch(branchId) ? 1 : undefined;
};

/** Returns whether a policy's place covers a branch; a missing place covers every branch. */
export const covers = (place: string | undefined, branchId: string): boolean =>
  closeness(place, branchId) !== undefined;

/** Returns how many conditions of a scope an item meets, a branch counting more than its member; undefined when one is not met. */
export const scopeFit = (
  { owner, itemCategory, location }: ItemScope,
  item: Pick<ItemCirculation, 'branchId' | 'category' | 'location'>,
): number | undefined => {
  const owned = closeness(owner, item.branchId);
  if (owned === undefined) return undefined;
  if (itemCategory !== undefined && itemCategory !== item.category) return undefined;
  if (location !== undefined && location !== item.location) return undefined;
  return owned + (itemCategory === undefined ? 0 : 1) + (location === undefined ? 0 : 1);
};

/** Returns whether an item is in a scope. */
export const inScope = (scope: ItemScope, item: Pick<ItemCirculation, 'branchId' | 'category' | 'location'>): boolean =>
  scopeFit(scope, item) !== undefined;
