import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, cursorSchema, pageQuery } from '../../../../layers/platform/http/page.ts';
import { fundCodeSchema } from '../../domain/fund.ts';
import { invoiceSchema, invoiceStates } from '../../domain/invoice.ts';
import { mismatches } from '../../domain/invoice-match.ts';
import { orderIdSchema } from '../../domain/order.ts';
import { vendorCodeSchema } from '../../domain/vendor.ts';
import { fundReaders } from '../../schemas/funds.ts';
import { exampleInvoice } from '../../schemas/invoices.ts';

const {
  lines: _l,
  steps: _s,
  adjustments: _a,
  spending: _f,
  postings: _p,
  taxIncluded: _t,
  note: _n,
  ...row
} = exampleInvoice;

/** Lists the invoices of a library, the newest first: all, or those in a state, of a vendor, for a fund, or for an order. */
export const contract = operation({
  id: 'acquisitions-list-invoices',
  context: 'acquisitions',
  service: 'administration',
  method: 'GET',
  path: '/v1/acquisitions/members/{memberId}/invoices',
  summary: 'List the invoices of the vendors of a library',
  permission: fundReaders,
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  query: z.strictObject({
    state: z.enum(invoiceStates).optional(),
    vendor: vendorCodeSchema.optional(),
    fund: fundCodeSchema.optional(),
    order: orderIdSchema.optional(),
    ...pageQuery,
  }),
  output: z.strictObject({
    invoices: z.array(
      invoiceSchema
        .omit({
          ...{ lines: true, steps: true, adjustments: true, note: true, spending: true, postings: true },
          taxIncluded: true,
        })
        .extend({
          /** The text of the first line, and how many lines there are. */
          ...{ text: z.string(), lines: z.int() },
          /** What does not match its orders, while it is not approved. */
          differs: z.array(z.enum(mismatches)),
          /** When it was written last. */
          at: z.iso.datetime(),
        }),
    ),
    next: cursorSchema.optional(),
  }),
  namedOwner: { none: 'Only invoices of the member in the path are listed.' },
  refusals: cursorRefusal,
  example: {
    params: { memberId: 'riverton' },
    query: { state: 'open' },
    output: {
      invoices: [
        {
          ...{ ...row, text: 'The left hand of darkness', lines: 1, differs: ['not-received'] },
          at: '2026-12-01T10:00:00.000Z',
        },
      ],
    },
  },
  errorImpact: 'Staff do not see which invoices are to be approved and paid.',
});
