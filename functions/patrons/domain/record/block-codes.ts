/**
 * The reasons why staff block a patron. The consortium's holds policy decides what a code stops (loans, new holds, capture, pickup) (C27);
 * `subscription-unpaid` refuses under its own name (C35).
 */
export const blockCodes = [
  'address-unknown',
  'unreturned-items',
  'conduct',
  'card-misuse',
  'subscription-unpaid',
  'library-decision',
] as const;
export type BlockCode = (typeof blockCodes)[number];
