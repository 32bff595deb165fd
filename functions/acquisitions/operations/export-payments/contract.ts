import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { paymentsCsv } from '../../domain/voucher.ts';
import { fundReaders } from '../../schemas/funds.ts';
import { exampleInvoice } from '../../schemas/invoices.ts';
import { exampleVendor } from '../../schemas/orders.ts';

const vouchers = [{ number: `V${exampleInvoice.year}-00017`, amount: exampleInvoice.payable }];

/**
 * Exports the vouchers of all approved invoices of a library as a file for its payment system (RFC 4180). It changes nothing: until an
 * invoice is paid it has the same number in every file.
 */
export const contract = operation({
  id: 'acquisitions-export-payments',
  context: 'acquisitions',
  service: 'administration',
  method: 'GET',
  path: '/v1/acquisitions/members/{memberId}/payments/csv',
  summary: 'Download what is to be paid to vendors as CSV',
  permission: fundReaders,
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  produces: 'text/csv',
  output: z.string(),
  refusals: {},
  example: {
    params: { memberId: 'riverton' },
    output: paymentsCsv([{ ...exampleInvoice, vouchers }], [exampleVendor]),
  },
  errorImpact: 'Payments to vendors are entered by hand in the payment system.',
});
