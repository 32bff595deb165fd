import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { FloatGroup, FloatPlace, Movement } from '../../../layers/records/policies/domain/movement.ts';
import { guestOf } from '../../items/public/guest.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { covers, inScope } from './scope.ts';

const BRANCH_DEPTH = 2;

/** How deep the nearest common parent of two branches is: 0 the consortium, 1 their member, 2 the branch itself. */
const sharedDepth = (one: string, other: string): number => {
  if (one === other) return BRANCH_DEPTH;
  return memberOfBranch(one) === memberOfBranch(other) ? 1 : 0;
};

const appliesTo = ({ at, stopDepth, maxDepth }: FloatPlace, from: string, here: string): boolean =>
  covers(at === 'consortium' ? undefined : at, here) &&
  sharedDepth(from, here) >= stopDepth &&
  (maxDepth === undefined || BRANCH_DEPTH <= maxDepth);

/** Where an item belongs as floating sees it: where it is a guest, else at home. */
const belongsAt = (item: ItemCirculation): string => guestOf(item)?.branchId ?? item.branchId;

const groupOf = ({ floating }: Pick<Movement, 'floating'>, item: ItemCirculation): FloatGroup | undefined =>
  floating.find(({ items }) => items.some((scope) => inScope(scope, item)));

const placesFor = (group: FloatGroup, item: ItemCirculation, here: string): FloatPlace[] =>
  group.places.filter((place) => appliesTo(place, belongsAt(item), here));

/** The cap that counts for an item at a branch, the lowest of those that apply; nothing where its group takes any number. */
export const capFor = (
  movement: Pick<Movement, 'floating'>,
  item: ItemCirculation,
  here: string,
): { group: string; cap: number } | undefined => {
  const group = groupOf(movement, item);
  const caps = group === undefined ? [] : placesFor(group, item, here).flatMap(({ cap }) => cap ?? []);
  return group === undefined || caps.length === 0 ? undefined : { group: group.group, cap: Math.min(...caps) };
};

/** Whether an item that would otherwise go home stays by floating, or the reason why not. */
export type FloatOutcome =
  | { stays: true; group: string; cap?: number }
  | { stays: false; why: 'no-float' | 'float-excluded' | 'float-by-hand' | 'float-full' };

/**
 * Whether an item stays where it was scanned (C23 to C25). Asked only when nothing else keeps it from going home. An
 * exclusion wins over every other entry; a manual group needs a decision of the desk, so no self-check keeps its items; a
 * branch that has reached its cap keeps no more. `guests` is how many of the group it has.
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
