import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { yearCodeSchema } from '../../domain/fiscal-year.ts';
import { fundCodeSchema } from '../../domain/fund.ts';
import { vendorCodeSchema } from '../../domain/vendor.ts';
import { yearRefusals } from '../../schemas/funds.ts';
import {
  LONGEST_FILE,
  loadedInvoiceSchema,
  refusedMessageSchema,
  vendorFileRefusals,
} from '../../schemas/invoice-files.ts';
import { exampleInvoice, invoiceWriters } from '../../schemas/invoices.ts';

const { invoiceId, number, currency, payable, vendor, year } = exampleInvoice;

/**
 * Loads a file of a vendor with invoices: INVOIC of D.96A in the library profile of EDItEUR. Each message makes an open invoice, whose lines are
 * for the lines of placed orders that they name by number. Nothing is approved. An invoice that is there is not made again.
 */
export const contract = operation({
  id: 'acquisitions-load-invoices',
  context: 'acquisitions',
  service: 'administration',
  method: 'POST',
  path: '/v1/acquisitions/members/{memberId}/invoice-files',
  summary: 'Load invoices from an EDIFACT file of a vendor',
  permission: invoiceWriters,
  touches: { table: 'write' },
  // An invoice is made once by the number that the vendor gave it.
  idempotency: 'none',
  timeoutSeconds: 29,
  params: z.strictObject({ memberId: memberIdSchema }),
  body: z.strictObject({
    vendor: vendorCodeSchema,
    /** The fiscal year of invoices that name no order; others are of the year of their orders. */
    year: yearCodeSchema,
    /** The fund of lines that name no order; such messages are refused without it. */
    fund: fundCodeSchema.exactOptional(),
    /** The bytes of the file, in base64. */
    base64: z.base64().min(4).max(LONGEST_FILE),
  }),
  output: z.strictObject({ invoices: z.array(loadedInvoiceSchema), refused: z.array(refusedMessageSchema) }),
  namedOwner: { none: 'Only orders of the member in the path are read, and its invoices made.' },
  refusals: {
    ...vendorFileRefusals,
    'unknown-fiscal-year': { ...yearRefusals['unknown-fiscal-year'], status: 422 },
    'unknown-fund': { status: 422, meaning: 'The year has no such fund.' },
  },
  example: {
    params: { memberId: 'riverton' },
    body: { vendor, year, base64: 'VU5BOisuPyAn' },
    output: {
      invoices: [
        {
          ...{ reference: '1', number, invoiceId, isNew: true, currency, payable, difference: 0, orders: 1 },
          differs: ['not-received'],
        },
      ],
      refused: [
        {
          ...{ reference: '2', type: 'INVOIC', code: 'counts-differ', segment: 41 },
          detail: 'UNT counts 20 segments; there are 19.',
        },
      ],
    },
  },
  errorImpact: 'Invoices that vendors send as files are entered by hand.',
});
