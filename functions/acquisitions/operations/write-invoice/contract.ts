import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { invoiceIdSchema, invoiceSchema, invoiceTermsSchema } from '../../domain/invoice.ts';
import { yearRefusals } from '../../schemas/funds.ts';
import { exampleInvoice, exampleInvoiceLine, invoiceRefusals, invoiceWriters } from '../../schemas/invoices.ts';

const { year, vendor, number, date, dueDate, lockTotal, taxIncluded, adjustments } = exampleInvoice;

/**
 * Enters an invoice of a vendor, or writes an open one anew. It posts nothing until it is approved. Amounts are in minor units of the currency of the
 * invoice. A line is for a line of a placed order, whose funds pay, or has funds of its own.
 */
export const contract = operation({
  id: 'acquisitions-write-invoice',
  context: 'acquisitions',
  service: 'administration',
  method: 'POST',
  path: '/v1/acquisitions/members/{memberId}/invoices',
  summary: 'Enter an invoice of a vendor',
  permission: invoiceWriters,
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema }),
  body: invoiceTermsSchema.extend({
    /** The open invoice that is written anew, and its version as it was read; a new invoice when absent. */
    ...{ invoiceId: invoiceIdSchema.exactOptional(), v: z.int().min(0) },
  }),
  status: 201,
  output: invoiceSchema,
  namedOwner: { none: 'The invoice and its orders are of the member in the path.' },
  refusals: {
    ...invoiceRefusals,
    'unknown-fiscal-year': { ...yearRefusals['unknown-fiscal-year'], status: 422 },
    'unknown-vendor': { status: 422, meaning: 'The library has no such vendor.' },
    'unknown-fund': { status: 422, meaning: 'The year has no such fund.' },
    'invoice-number-used': {
      status: 409,
      meaning:
        'Another invoice of this vendor and year has this number; upper case, lower case and punctuation do not count.',
      params: { invoice: 'The id of that invoice.' },
    },
    'unfit-order-line': {
      status: 422,
      meaning: 'A line names no line of an order that is placed with this vendor in this year.',
    },
    'bad-copies': { status: 422, meaning: 'A line has no copies, or both its copies and its price are below 0.' },
    'percents-differ': { status: 422, meaning: 'The shares of a line are not 100 % together.' },
    'same-share': { status: 422, meaning: 'Two shares of a line name one fund.' },
    'price-too-high': { status: 422, meaning: 'A line costs more than one invoice may.' },
    'too-many-postings': { status: 422, meaning: 'An invoice names at most 15 funds and 15 orders.' },
  },
  example: {
    params: { memberId: 'riverton' },
    body: {
      ...{ year, vendor, number, date, taxIncluded, adjustments, v: 0 },
      ...(dueDate !== undefined && { dueDate }),
      ...(lockTotal !== undefined && { lockTotal }),
      lines: [exampleInvoiceLine],
    },
    output: exampleInvoice,
  },
  errorImpact: 'Invoices of vendors cannot be entered.',
});
