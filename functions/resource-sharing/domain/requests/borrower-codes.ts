/** What speaks against a patron who asks for a loan: the card, blocks and debts, or as many holds as are allowed. */
export const borrowerCodes = [
  'card-expired',
  'subscription-unpaid',
  'patron-blocked',
  'owed-over-limit',
  'too-many-holds',
] as const;
