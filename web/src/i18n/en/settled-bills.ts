/** Settled bills of a patron, and payments with their receipts. */
export const settledBills = {
  'settled-bills.title': 'Settled bills',
  'settled-bills.none': 'No settled bills.',
  'settled-bills.history': 'History',
  'settled-bills.receipts': 'Payments and receipts',
  'settled-bills.again': 'Print again',
  'settled-bills.again-one': 'Print again: receipt {receipt}',
} as const;
