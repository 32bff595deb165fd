import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { purchaseSchema, purchaseTermsSchema } from '../../domain/purchase.ts';
import { yearRefusals } from '../../schemas/funds.ts';
import { postingRefusals } from '../../schemas/invoices.ts';
import { orderWriters } from '../../schemas/orders.ts';
import { examplePurchase } from '../../schemas/purchases.ts';

const { purchaseId: _p, memberId, currency: _c, itemId: _i, by: _b, at: _a, v: _v, ...terms } = examplePurchase;

/**
 * Records what was bought without an order: an item with a brief record, and the price as expenditure of a fund, without an encumbrance and within the
 * limits of every level. What costs more than another person must approve needs an order.
 */
export const contract = operation({
  id: 'acquisitions-buy-item',
  context: 'acquisitions',
  service: 'administration',
  method: 'POST',
  path: '/v1/acquisitions/members/{memberId}/purchases',
  summary: 'Record what was bought without an order',
  permission: orderWriters,
  touches: { table: 'write', bucket: 'write' },
  bundleKilobytes: 758,
  params: z.strictObject({ memberId: memberIdSchema }),
  body: purchaseTermsSchema.extend({
    /** A photo of the receipt: a JPEG of at most 2,000,000 bytes, in base64. */
    photo: z.base64().min(1).max(2_666_668).exactOptional(),
  }),
  status: 201,
  output: purchaseSchema,
  namedOwner: { none: 'The branch, the year and the fund are of the member in the path.' },
  refusals: {
    ...postingRefusals,
    'unknown-fiscal-year': { ...yearRefusals['unknown-fiscal-year'], status: 422 },
    'unknown-fund': { status: 422, meaning: 'The year has no such fund.' },
    'year-takes-no-invoices': { status: 409, meaning: 'The fiscal year accepts no postings on this day.' },
    'bought-later': { status: 422, meaning: 'The day on the receipt is in the future.' },
    'needs-an-order': {
      status: 409,
      meaning: 'It costs more than a person may buy without the approval of another: write an order.',
      params: { limit: 'The highest price without approval.' },
    },
    'branch-elsewhere': { status: 422, meaning: 'The branch is not one of the library.' },
    'picture-too-large': { status: 422, meaning: 'The photo has more than 2,000,000 bytes.' },
    'not-a-photo': { status: 422, meaning: 'The photo is no whole JPEG.' },
    'barcode-taken': { status: 409, meaning: 'Another item of the consortium bears this barcode.' },
  },
  example: { params: { memberId }, body: terms, output: examplePurchase },
  errorImpact: 'What was bought without an order cannot be recorded.',
});
