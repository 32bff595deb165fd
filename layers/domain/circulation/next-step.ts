import type { ItemCirculation } from './item-circulation.ts';

/** What the person at the desk does with the item now. */
export type NextStep =
  | { step: 'shelve' | 'hold-shelf' | 'keep-aside'; branchId: string }
  | { step: 'send'; branchId: string; holdId?: string };

/** Says where a checked-in item goes: read off its record, so that a repeated answer is the same. */
export const nextStep = (item: ItemCirculation): NextStep => {
  if (item.state === 'in-transit' && item.transit) {
    return { step: 'send', branchId: item.transit.to, ...(item.transit.holdId && { holdId: item.transit.holdId }) };
  }
  if (item.state === 'on-hold-shelf') return { step: 'hold-shelf', branchId: item.currentBranch };
  return { step: item.state === 'available' ? 'shelve' : 'keep-aside', branchId: item.currentBranch };
};
