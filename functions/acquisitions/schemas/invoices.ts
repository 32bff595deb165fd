import type { Permission } from '../../../layers/platform/http/contract.ts';
import type { Invoice, InvoiceLineTerms } from '../domain/invoice.ts';
import type { Match } from '../domain/invoice-match.ts';

const at = { member: 'path.memberId' } as const;

/** Who enters invoices: the staff of acquisitions and the finance staff of the library. */
export const invoiceWriters: readonly Permission[] = [{ who: 'staff', roles: ['acquisitions', 'member-finance'], at }];

/** Who acts on invoices: those who enter them, and those who approve. */
export const invoiceActors: readonly Permission[] = [
  { who: 'staff', roles: ['acquisitions', 'member-finance', 'member-admin'], at },
];

/** A line of an invoice as it is written, for examples in contracts. */
export const exampleInvoiceLine: InvoiceLineTerms = {
  ...{ text: 'The left hand of darkness', copies: 4, price: 1_140, taxRate: 0 },
  order: { orderId: 'ord_01kb0000000000000000000000', line: 1 },
};

const by = 'staff:stf_01kb0000000000000000000000';

/** An invoice, for examples in contracts. */
export const exampleInvoice: Invoice = {
  ...{ invoiceId: 'vin_01kb0000000000000000000000', memberId: 'riverton', currency: 'EUR', year: '2026-27' },
  ...{ vendor: 'MIDWEST', number: 'INV-900', date: '2026-12-01', dueDate: '2026-12-31', taxIncluded: false },
  ...{ state: 'open', payable: 5_060, total: 5_060, lockTotal: 5_060, postings: [], preparedBy: by, v: 1 },
  adjustments: [{ text: 'Shipping', amount: 500, prorate: 'amount' }],
  lines: [
    {
      ...{ ...exampleInvoiceLine, number: 1, amount: 4_560, tax: 0, adjusted: 500, total: 5_060 },
      parts: [{ fund: 'BOOKS-ADULT', amount: 5_060 }],
    },
  ],
  spending: [{ fund: 'BOOKS-ADULT', amount: 5_060, isNew: false }],
  steps: [{ act: 'write', by, at: '2026-12-01T10:00:00.000Z' }],
};

/** A line of an invoice beside its order, for examples in contracts. */
export const exampleMatch: Match = {
  ...{ line: 1, wanted: 4, received: 3, invoiced: 0, expected: 1_140, differs: ['not-received'] },
};

/** Refusals about one invoice. */
export const invoiceRefusals = {
  'unknown-vendor-invoice': { status: 404, meaning: 'The library has no such invoice.' },
  'changed-meanwhile': { status: 409, meaning: 'The invoice was changed since you read it: look again.' },
  'invoice-state': { status: 409, meaning: 'The state of the invoice does not allow it.' },
  'too-many-steps': { status: 409, meaning: 'The invoice was changed too often: enter it again.' },
} as const;

/** Refusals of the funds that a posting names. */
export const postingRefusals = {
  'fund-takes-no-invoices': {
    status: 409,
    meaning: 'A fund, or one above it, is inactive, or frozen and the posting is for no order.',
    params: { fund: 'Which.' },
  },
  'fund-overspent': {
    status: 409,
    meaning: 'The posting exceeds the limit of expenditure of a fund, or of one above it.',
    params: {
      fund: 'Which.',
      most: 'The most that it allows now.',
      limit: 'What its limit allows in all.',
      used: 'What is spent of that.',
      asked: 'What the posting takes of it.',
    },
  },
} as const;
