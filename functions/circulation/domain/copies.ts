import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { ItemState } from '../../items/public/item-states.ts';
import { type Borrower, type CirculationPolicies, ruleFor } from './policies.ts';

const here: readonly ItemState[] = ['available'];
const coming: readonly ItemState[] = [
  'on-order',
  'in-process',
  'paged',
  'on-loan',
  'in-transit',
  'cancelled-transit',
  'on-hold-shelf',
];

/** Returns whether a copy is on a shelf or will return to one. */
export const mayCome = ({ state }: ItemCirculation): boolean => here.includes(state) || coming.includes(state);

/** Counts of a record's copies for one borrower and pickup branch. */
export type CopyOutlook = {
  /** On a shelf and lent by common rules: available to a hold now. */
  now: number;
  /** Lent by common rules, and on loan or reserved: a hold can wait for it. */
  later: number;
  /** Lent only with the owner's agreement. */
  onRequest: number;
};

/** Counts all copies of a record by the rules of their owners. Missing, lost, damaged and withdrawn copies do not count. */
export const copyOutlook = (
  items: readonly ItemCirculation[],
  policies: CirculationPolicies,
  pickupBranch: string,
  borrower: Borrower,
): CopyOutlook => {
  const outlook: CopyOutlook = { now: 0, later: 0, onRequest: 0 };
  for (const item of items) {
    const { lendable, holdable, requestOnly } = ruleFor(policies, item, pickupBranch, borrower).values;
    const isPresent = here.includes(item.state);
    if (!lendable || !(isPresent || coming.includes(item.state))) continue;
    if (requestOnly) outlook.onRequest += 1;
    else if (holdable && isPresent) outlook.now += 1;
    else if (holdable) outlook.later += 1;
  }
  return outlook;
};

/** The way to obtain a copy now; `none` leaves only an external library. */
export type Fillability = 'hold' | 'consortium-loan' | 'none';

/**
 * Returns `hold` when a copy can fill one now; `consortium-loan` when all are on loan, or lent on request only; `none` when nobody lends
 * one.
 */
export const fillability = ({ now, later, onRequest }: CopyOutlook): Fillability => {
  if (now > 0) return 'hold';
  return later + onRequest > 0 ? 'consortium-loan' : 'none';
};
