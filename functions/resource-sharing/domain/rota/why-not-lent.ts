import type { ItemState } from '../../../items/public/item-states.ts';
import type { UnfilledReason } from '../workflow/unfilled-reasons.ts';

/** A copy that cannot be supplied: its location, and whether its owner lends it to its own patrons. */
export type UnlentCopy = { state: ItemState; circulates: boolean };

/** States from which a copy does not return to its shelf. */
const gone: readonly ItemState[] = ['lost', 'lost-and-paid', 'claimed-returned', 'missing', 'damaged', 'withdrawn'];

/**
 * Returns why none of a library's copies is lent to a partner, as ISO 18626 reasonUnfilled. Present copies: lent to
 * nobody, or not to other libraries. Absent copies: withdrawn, damaged, else not on their shelf. Without any copy: not
 * held. Takes all copies in question, in any order.
 */
export const whyNotLent = (copies: readonly UnlentCopy[]): UnfilledReason => {
  const there = copies.filter(({ state }) => !gone.includes(state));
  if (there.length > 0) return there.some(({ circulates }) => circulates) ? 'NotAvailableForILL' : 'NonCirculating';
  const owned = copies.filter(({ state }) => state !== 'withdrawn');
  if (owned.length === 0) return 'NotHeld';
  return owned.every(({ state }) => state === 'damaged') ? 'PoorCondition' : 'NotOnShelf';
};
