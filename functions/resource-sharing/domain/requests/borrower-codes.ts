/** The reasons against a patron who requests a loan: the card, blocks and debts, or the limit of holds. */
export const borrowerCodes = [
  'card-expired',
  'subscription-unpaid',
  'erasure-asked',
  'patron-blocked',
  'owed-over-limit',
  'too-many-holds',
] as const;
