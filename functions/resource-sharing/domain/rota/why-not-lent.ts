import type { ItemState } from '../../../items/public/item-states.ts';
import type { UnfilledReason } from '../workflow/unfilled-reasons.ts';

/** A copy that cannot be supplied: where it is, and whether its owner lends it to patrons of its own. */
export type UnlentCopy = { state: ItemState; circulates: boolean };

/** Of these states a copy comes back to no shelf by itself. */
const gone: readonly ItemState[] = ['lost', 'lost-and-paid', 'claimed-returned', 'missing', 'damaged', 'withdrawn'];

/**
 * Why none of a library's copies is lent to a library outside, as ISO 18626 reasonUnfilled (reference: interlibrary-loan.md
 * 1.2). Copies that are there: they leave the house for nobody, or not for other libraries. Copies that are gone: given up,
 * damaged, else not on their shelf. Without any copy it is not held. Takes all copies in question, in no order.
 */
export const whyNotLent = (copies: readonly UnlentCopy[]): UnfilledReason => {
  const there = copies.filter(({ state }) => !gone.includes(state));
  if (there.length > 0) return there.some(({ circulates }) => circulates) ? 'NotAvailableForILL' : 'NonCirculating';
  const owned = copies.filter(({ state }) => state !== 'withdrawn');
  if (owned.length === 0) return 'NotHeld';
  return owned.every(({ state }) => state === 'damaged') ? 'PoorCondition' : 'NotOnShelf';
};
