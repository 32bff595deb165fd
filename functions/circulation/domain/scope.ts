import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';

/** Which items a line of a policy is for; an `owner` is a branch, or a member for all of its branches. */
type ItemScope = {
  owner?: string | undefined;
  itemCategory?: string | undefined;
  location?: string | undefined;
};

/** How closely a place of a policy names a branch: 2 the branch itself, 1 its member, 0 no place given; nothing when it is another. */
export const closeness = (place: string | undefined, branchId: string): 0 | 1 | 2 | undefined => {
  if (place === undefined) return 0;
  if (place === branchId) return 2;
  return place === memberOfBranch(branchId) ? 1 : undefined;
};

/** Whether a place of a policy covers a branch; no place covers every branch. */
export const covers = (place: string | undefined, branchId: string): boolean =>
  closeness(place, branchId) !== undefined;

/** How many conditions of a scope an item meets, a branch counting more than its member; nothing when one is not met. */
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

/** Whether an item is in a scope. */
export const inScope = (scope: ItemScope, item: Pick<ItemCirculation, 'branchId' | 'category' | 'location'>): boolean =>
  scopeFit(scope, item) !== undefined;
