import { millis } from '../../../../layers/kernel/calendar/days.ts';
import type { Hold } from '../../../items/public/hold.ts';
import { isAgreed } from '../../../items/public/hold-is-agreed.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { borrowerOf, type CirculationPolicies, type RuledItem, ruleFor } from '../decisions/policies.ts';
import { wants } from './hold-level.ts';

const queuedAt = (hold: Hold): number => millis(hold.queuedAt ?? hold.placedAt);

/** Compares holds by queue order: priority, then time, then id, so that no two holds tie (C34). Negative when the first comes first. */
export const byQueueOrder = (one: Hold, other: Hold): number =>
  one.priority - other.priority ||
  queuedAt(one) - queuedAt(other) ||
  (one.holdId < other.holdId ? -1 : one.holdId > other.holdId ? 1 : 0);

/**
 * Returns whether a hold still waits for a copy: placed, or targeted at one not yet scanned. Frozen holds keep their place and are
 * skipped.
 */
export const isWaiting = (hold: Hold): boolean => hold.state === 'placed' || hold.state === 'targeted';

/**
 * Returns whether a hold still needs this copy: it waits, and no other copy is set aside for it. A hold whose copy is being fetched, on its
 * way or on the hold shelf needs no further one.
 */
export const needsCopy = (hold: Hold, { itemId }: Pick<ItemCirculation, 'itemId'>): boolean =>
  isWaiting(hold) && (hold.state === 'placed' || hold.targetItemId === itemId);

/** Returns whether a hold has a place in its queue: it waits, or keeps its place while it is frozen. */
export const hasPlace = (hold: Hold): boolean => isWaiting(hold) || hold.state === 'frozen';

/** The properties of a copy by which the rules decide whether it may fill a hold. */
export type FillingCopy = RuledItem & Pick<ItemCirculation, 'itemId' | 'part' | 'recordId'>;

/**
 * Returns whether a copy may fill a hold of its record: the requested copy, if one was named, lent by common rules to that patron there
 * (C55).
 */
export const canFill = (item: FillingCopy, hold: Hold, policies: CirculationPolicies): boolean => {
  if (!wants(hold, item)) return false;
  if (isAgreed(hold)) return hold.itemId === item.itemId;
  const borrower = borrowerOf(hold);
  const { lendable, holdable, requestOnly } = ruleFor(policies, item, hold.pickupBranch, borrower).values;
  return lendable && holdable && !requestOnly;
};

/** Returns the hold that a scanned copy should fill: the first waiting hold that it can; undefined when there is none. */
export const bestHold = (holds: readonly Hold[], fills: (hold: Hold) => boolean): Hold | undefined =>
  holds.filter(isWaiting).toSorted(byQueueOrder).find(fills);

/** Returns a hold's place in its queue, starting at 1; derived, never stored (C34). Undefined when it does not wait. */
export const queuePlace = (holds: readonly Hold[], holdId: string): number | undefined => {
  const place = holds
    .filter(hasPlace)
    .toSorted(byQueueOrder)
    .findIndex((hold) => hold.holdId === holdId);
  return place < 0 ? undefined : place + 1;
};
