import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { actorNamesSchema } from '../../../../layers/platform/http/actor-names.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { invoiceIdSchema, invoiceSchema } from '../../domain/invoice.ts';
import { mismatches } from '../../domain/invoice-match.ts';
import { orderIdSchema } from '../../domain/order.ts';
import { fundReaders } from '../../schemas/funds.ts';
import { exampleInvoice, exampleMatch, invoiceRefusals } from '../../schemas/invoices.ts';

/** Shows an invoice with its lines beside what was ordered and received, what it posted, and every step with the person's name. */
export const contract = operation({
  id: 'acquisitions-show-invoice',
  context: 'acquisitions',
  service: 'administration',
  method: 'GET',
  path: '/v1/acquisitions/members/{memberId}/invoices/{invoiceId}',
  summary: 'Show an invoice of a vendor',
  permission: fundReaders,
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema, invoiceId: invoiceIdSchema }),
  output: z.strictObject({
    invoice: invoiceSchema,
    /** The lines that are for an order: the number of the line, and of the ordered line the copies that are wanted, received, and in other invoices. */
    matches: z.array(
      z.strictObject({
        ...{ line: z.int(), wanted: z.int(), received: z.int(), invoiced: z.int() },
        /** The ordered price of one in minor units of the invoice. */
        expected: z.int(),
        differs: z.array(z.enum(mismatches)),
      }),
    ),
    /** By how much a price may exceed the ordered one, in hundredths of a percent. */
    tolerance: z.int(),
    orders: z.array(z.strictObject({ orderId: orderIdSchema, number: z.string() })),
    names: actorNamesSchema,
    /** The reader wrote its present text, and cannot approve it as the second person. */
    isPreparer: z.boolean(),
  }),
  owner: 'unknown-vendor-invoice',
  refusals: { 'unknown-vendor-invoice': invoiceRefusals['unknown-vendor-invoice'] },
  example: {
    params: { memberId: 'riverton', invoiceId: exampleInvoice.invoiceId },
    output: {
      ...{ invoice: exampleInvoice, matches: [exampleMatch], tolerance: 500, isPreparer: true },
      orders: [{ orderId: 'ord_01kb0000000000000000000000', number: '2026-27/00042' }],
      names: { [exampleInvoice.preparedBy]: 'Grace Oyelaran' },
    },
  },
  errorImpact: 'Staff cannot look at an invoice of a vendor.',
});
