import * as z from 'zod';
import { actorNamesSchema } from '../../../../layers/platform/http/actor-names.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { bookedPaymentSchema } from '../../domain/bank/returned-payment.ts';
import {
  exampleEntry,
  exampleStatement,
  openInvoiceSchema,
  shownEntrySchema,
  shownStatementSchema,
  statementPath,
} from '../../schemas/bank-statements.ts';
import { consortiumReaders } from '../../schemas/readers.ts';

/**
 * Returns an account statement of the bank: its entries, what was decided of each, for an open payment the invoices that it names or
 * whose amount it has, for the return of a payment the booked one, and the invoices that are not settled.
 */
export const contract = operation({
  id: 'finance-show-bank-statement',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/bank-statements/{statementId}',
  summary: 'Show an account statement of the bank',
  permission: [consortiumReaders],
  touches: { table: 'read' },
  params: statementPath,
  output: z.strictObject({
    statement: shownStatementSchema,
    entries: z.array(shownEntrySchema),
    open: z.array(openInvoiceSchema),
    payments: z.array(bookedPaymentSchema).describe('Booked payments that an open entry may take back'),
    chargesFees: z.boolean().describe('Whether the billing policy charges fees for returned payments to the member'),
    names: actorNamesSchema,
  }),
  refusals: { 'unknown-statement': { status: 404, meaning: 'There is no such statement.' } },
  example: {
    params: { statementId: exampleStatement.statementId },
    output: {
      ...{ statement: exampleStatement, entries: [exampleEntry], names: {} },
      open: [{ memberId: 'riverton', invoice: '2026-000042', open: 1250, dueOn: '2026-11-03' }],
      ...{ payments: [], chargesFees: false },
    },
  },
  errorImpact: 'Finance staff cannot match payments with invoices.',
});
