import type { Money } from '../../../../layers/kernel/money/money.ts';

/** What a partner outside can claim besides what it may take: the rest of its cost for a supply, a replacement, a damage. */
export const claimedCharges = ['loan-claim', 'copy-claim', 'replacement', 'damage'] as const;
/** One of them. */
export type ClaimedCharge = (typeof claimedCharges)[number];

/**
 * What a partner outside wants of us by its own word, above what may be spent and was agreed to: owed only when a person
 * accepts it. Without a cost, a replacement whose price it has not named.
 */
export type CostClaim = { charge: ClaimedCharge; askId: string; cost?: Money; decided?: 'accepted' | 'refused' };
