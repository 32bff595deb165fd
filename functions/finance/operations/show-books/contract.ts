import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { booksMonths, booksSchema, exampleBooks } from '../../schemas/books.ts';
import { consortiumReaders } from '../../schemas/readers.ts';

/**
 * Returns the consortium's own books of some months, derived from the ledger: the trial balance by account, which sums to zero, revenue,
 * cost and result, what each member owes by age, and the consortium's own entries. The result of earlier fiscal years is the surplus.
 */
export const contract = operation({
  id: 'finance-show-books',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/books',
  summary: 'Show the consortium’s own books',
  permission: [consortiumReaders],
  touches: { table: 'read' },
  query: z.strictObject(booksMonths),
  output: booksSchema,
  refusals: {},
  example: { query: { to: '2026-11', months: '1' }, output: exampleBooks },
  errorImpact: 'Finance staff cannot see the books of the consortium.',
});
