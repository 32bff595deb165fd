import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { ItemState } from '../../../items/public/item-states.ts';
import { type Borrower, type CirculationPolicies, ruleFor } from '../decisions/policies.ts';

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
export const mayBecomeAvailable = ({ state }: ItemCirculation): boolean =>
  here.includes(state) || coming.includes(state);

/**
 * Returns whether a copy travels to a shelf, or was called back on its way, and is set aside for nobody: within days it is available to a
 * hold.
 */
const isComingBack = ({ state, transit, hold }: ItemCirculation): boolean =>
  (state === 'in-transit' || state === 'cancelled-transit') && hold === undefined && transit?.purpose !== 'hold';

/** Counts of a record's copies for one borrower and pickup branch. */
export type CopyOutlook = {
  /** On a shelf and lent by common rules: available to a hold now. */
  now: number;
  /** Lent by common rules, and on loan or reserved: a hold can wait for it. */
  later: number;
  /** The copies of `later` that are in transit to a shelf and not set aside for a hold. */
  soon: number;
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
  const outlook: CopyOutlook = { now: 0, later: 0, soon: 0, onRequest: 0 };
  for (const item of items) {
    const { lendable, holdable, requestOnly } = ruleFor(policies, item, pickupBranch, borrower).values;
    const isPresent = here.includes(item.state);
    if (!lendable || !(isPresent || coming.includes(item.state))) continue;
    if (requestOnly) outlook.onRequest += 1;
    else if (holdable && isPresent) outlook.now += 1;
    else if (holdable) {
      outlook.later += 1;
      if (isComingBack(item)) outlook.soon += 1;
    }
  }
  return outlook;
};

/** The way to obtain a copy now or within days; `none` leaves only an external library. */
export type Fillability = 'hold' | 'consortium-loan' | 'none';

/**
 * Returns `hold` when a copy can fill one now or is on its way back; `consortium-loan` when all are on loan or spoken for, or lent on
 * request only; `none` when nobody lends one.
 */
export const fillability = ({ now, later, soon, onRequest }: CopyOutlook): Fillability => {
  if (now + soon > 0) return 'hold';
  return later + onRequest > 0 ? 'consortium-loan' : 'none';
};
