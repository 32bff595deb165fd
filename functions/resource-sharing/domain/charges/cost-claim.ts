import type { Money } from '../../../../layers/kernel/money/money.ts';

/** The claims of a partner besides the agreed cost: the rest of its cost for a supply, a replacement, a damage. */
export const claimedCharges = ['loan-claim', 'copy-claim', 'replacement', 'damage'] as const;
/** One of them. */
export type ClaimedCharge = (typeof claimedCharges)[number];

/**
 * A partner's claim above the maximum and the agreed cost: owed only when staff accept it. Without a cost, it is a
 * replacement whose price is not stated.
 */
export type CostClaim = { charge: ClaimedCharge; askId: string; cost?: Money; decided?: 'accepted' | 'refused' };
