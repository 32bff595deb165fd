import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { invoiceIdSchema, invoiceSchema } from '../../domain/invoice.ts';
import { invoiceStepSchema } from '../../domain/invoice-step.ts';
import { exampleInvoice, invoiceActors, invoiceRefusals, postingRefusals } from '../../schemas/invoices.ts';

/**
 * Moves an invoice on. Approving spends its money in each fund and lowers what its orders encumber; above the limit of its year another
 * person approves. Paying states day and reference; cancelling reverses what was posted. The invoice, its orders and every fund change in
 * one write. Audited.
 */
export const contract = operation({
  id: 'acquisitions-step-invoice',
  context: 'acquisitions',
  service: 'administration',
  method: 'POST',
  path: '/v1/acquisitions/members/{memberId}/invoices/{invoiceId}/steps',
  summary: 'Approve, pay or cancel an invoice of a vendor',
  permission: invoiceActors,
  touches: { table: 'write' },
  bundleKilobytes: 754,
  params: z.strictObject({ memberId: memberIdSchema, invoiceId: invoiceIdSchema }),
  body: z.strictObject({ step: invoiceStepSchema, v: z.int().min(1) }),
  output: invoiceSchema,
  owner: 'unknown-vendor-invoice',
  refusals: {
    ...invoiceRefusals,
    'order-rolled': {
      status: 409,
      meaning: 'A roll-over moved an order of the invoice to another fiscal year: the order encumbers there.',
    },
    'already-approved': { status: 409, meaning: 'The invoice is approved already.' },
    'already-paid': { status: 409, meaning: 'The invoice is paid already.' },
    'invoices-only': {
      status: 403,
      meaning: 'The staff of acquisitions and the finance staff of the library do this.',
    },
    'payers-only': { status: 403, meaning: 'The finance staff pay invoices, and cancel approved ones.' },
    'approvers-only': { status: 403, meaning: 'The finance staff and administrators of the library approve invoices.' },
    'own-invoice': { status: 403, meaning: 'Who prepared an invoice does not approve it as the second person.' },
    'lock-total-differs': {
      status: 409,
      meaning: 'The lines do not make up the sum that the vendor states.',
      params: { stated: 'The sum that the vendor states.', computed: 'What the lines and adjustments make up.' },
    },
    'invoice-held': {
      status: 409,
      meaning: 'It does not match what was ordered and received: a reason approves it.',
    },
    'order-not-placed': {
      status: 409,
      meaning: 'An order that the invoice names was withdrawn, and is not placed again.',
    },
    'too-many-invoices': { status: 409, meaning: 'A line of an order has 50 invoices already.' },
    'year-takes-no-invoices': { status: 409, meaning: 'The fiscal year accepts no invoices on this day.' },
    ...postingRefusals,
  },
  example: {
    params: { memberId: 'riverton', invoiceId: exampleInvoice.invoiceId },
    body: { step: { act: 'cancel', reason: 'Sent twice' }, v: 1 },
    output: {
      ...exampleInvoice,
      ...{ state: 'cancelled', v: 2 },
      steps: [
        ...exampleInvoice.steps,
        { act: 'cancel', by: exampleInvoice.preparedBy, at: '2026-12-02T10:00:00.000Z', reason: 'Sent twice' },
      ],
    },
  },
  errorImpact: 'Invoices of vendors cannot be approved, paid or cancelled.',
});
