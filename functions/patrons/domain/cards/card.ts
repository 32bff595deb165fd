import { scannedSchema } from '../../../../layers/kernel/identity/card-number.ts';

/** A card number as typed or scanned; `normaliseScan` returns the number to look up. */
export const cardNumberSchema = scannedSchema;

/** The reasons why a card was replaced. `number-shared`: two members had issued the same number before they joined. */
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

/** The holder of a card: a patron and the home library that issued it. */
export type CardHolder = { patronId: string; memberId: string };

/**
 * The result of a card number: its holders (two, while old numbers of two members collide), or the reason why it is refused. A replaced
 * number has no holder.
 */
export type Card =
  | { number: string; state: 'active'; holders: CardHolder[] }
  | { number: string; state: 'replaced'; reason: ReplacementReason; replacedAt: string };
