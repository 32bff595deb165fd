import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { FloatGroup, FloatPlace, Movement } from '../../../../layers/records/policies/domain/movement.ts';
import { guestOf } from '../../../items/public/guest-of.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { covers, inScope } from '../decisions/scope.ts';

const BRANCH_DEPTH = 2;

/** Returns the depth of the nearest common parent of two branches: 0 the consortium, 1 their member, 2 the branch itself. */
const sharedDepth = (one: string, other: string): number => {
  if (one === other) return BRANCH_DEPTH;
  return memberOfBranch(one) === memberOfBranch(other) ? 1 : 0;
};

const appliesTo = ({ at, stopDepth, maxDepth }: FloatPlace, from: string, here: string): boolean =>
  covers(at === 'consortium' ? undefined : at, here) &&
  sharedDepth(from, here) >= stopDepth &&
  (maxDepth === undefined || BRANCH_DEPTH <= maxDepth);

/** Returns where an item belongs for floating: the branch where it is a guest, otherwise its home. */
const belongsAt = (item: ItemCirculation): string => guestOf(item)?.branchId ?? item.branchId;

const groupOf = ({ floating }: Pick<Movement, 'floating'>, item: ItemCirculation): FloatGroup | undefined =>
  floating.find(({ items }) => items.some((scope) => inScope(scope, item)));

const placesFor = (group: FloatGroup, item: ItemCirculation, here: string): FloatPlace[] =>
  group.places.filter((place) => appliesTo(place, belongsAt(item), here));

/** Returns the cap for an item at a branch, the lowest of those that apply; undefined when its group has no cap. */
export const capFor = (
  movement: Pick<Movement, 'floating'>,
  item: ItemCirculation,
  here: string,
): { group: string; cap: number } | undefined => {
  const group = groupOf(movement, item);
  const caps = group === undefined ? [] : placesFor(group, item, here).flatMap(({ cap }) => cap ?? []);
  return group === undefined || caps.length === 0 ? undefined : { group: group.group, cap: Math.min(...caps) };
};

/** Whether an item that would otherwise go home floats, or the reason why not. */
export type FloatOutcome =
  | { stays: true; group: string; cap?: number }
  | { stays: false; why: 'no-float' | 'float-excluded' | 'float-by-hand' | 'float-full' };

/**
 * Decides whether an item floats where it was scanned (C23 to C25), when no other rule keeps it from going home. An exclusion overrides
 * every other entry; a manual group needs a decision of the desk, so its items never float at a self-check; a branch at its cap takes no
 * more. `guests` is the branch's current number for the group.
 */
export const floatOutcome = (
  movement: Pick<Movement, 'floating'>,
  item: ItemCirculation,
  here: string,
  { byDesk, guests = 0 }: { byDesk: boolean; guests?: number | undefined },
): FloatOutcome => {
  const group = groupOf(movement, item);
  const places = group === undefined ? [] : placesFor(group, item, here);
  if (group === undefined || places.length === 0) return { stays: false, why: 'no-float' };
  if (places.some(({ exclude }) => exclude)) return { stays: false, why: 'float-excluded' };
  if (group.manual && !byDesk) return { stays: false, why: 'float-by-hand' };
  const cap = capFor(movement, item, here)?.cap;
  if (cap === undefined) return { stays: true, group: group.group };
  const isGuest = guestOf(item)?.branchId === here;
  if (!isGuest && guests >= cap) return { stays: false, why: 'float-full' };
  return { stays: true, group: group.group, cap };
};
