import { scannedSchema } from '../../../layers/kernel/identity/card-number.ts';

/** A card number as it may be typed or scanned; `normaliseScan` gives the number that is looked up. */
export const cardNumberSchema = scannedSchema;

/** Why a card was replaced. `number-shared`: two members had given out the same number before they joined. */
export const replacementReasons = [
  'lost',
  'stolen',
  'damaged',
  'number-shared',
  'merged',
  'temporary',
  'other',
] as const;
export type ReplacementReason = (typeof replacementReasons)[number];

/** Whose card: a patron and the home library that gave it. */
export type CardHolder = { patronId: string; memberId: string };

/**
 * What a card number stands for: its holders (two, where old numbers of two members collide and nobody has resolved it
 * yet), or the reason why it is refused. A replaced number points to nobody.
 */
export type Card =
  | { number: string; state: 'active'; holders: CardHolder[] }
  | { number: string; state: 'replaced'; reason: ReplacementReason; replacedAt: string };
