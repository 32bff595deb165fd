import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { enteredSchema, ownEntrySchema } from '../../domain/books/own-entry.ts';
import { accountWriters } from '../../schemas/accounts.ts';

/**
 * Enters in the consortium's own books the invoice or credit note of a supplier, its payment, or a grant: once per reference. What was
 * entered by mistake is entered again the other way: a credit note for an invoice, a repayment for a payment.
 */
export const contract = operation({
  id: 'finance-record-cost',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/books/entries',
  summary: 'Enter a cost, its payment or a grant in the consortium’s own books',
  permission: accountWriters,
  touches: { table: 'write' },
  body: enteredSchema,
  status: 201,
  output: z.strictObject({ entry: ownEntrySchema }),
  refusals: {
    'reference-taken': { status: 409, meaning: 'It is entered already under this reference.' },
    'changed-meanwhile': { status: 409, meaning: 'The same request is being processed: retry.' },
  },
  example: {
    body: {
      ...{ kind: 'cost-booked', budgetKind: 'courier', amount: 90_000, currency: 'USD' },
      reference: 'Valley Couriers 2026-117',
    },
    output: {
      entry: {
        ...{ entryId: 'ent_01kb0000000000000000000000', at: '2026-11-24T10:00:00.000Z', kind: 'cost-booked' },
        ...{ memo: 'courier', amount: 90_000, reference: 'Valley Couriers 2026-117' },
      },
    },
  },
  errorImpact: 'The books of the consortium lack costs and grants.',
});
