import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { purchaseIdSchema, purchaseSchema } from '../../domain/purchase.ts';
import { postingRefusals } from '../../schemas/invoices.ts';
import { orderWriters } from '../../schemas/orders.ts';
import { examplePurchase } from '../../schemas/purchases.ts';

const { memberId, purchaseId, by } = examplePurchase;
const reason = 'Returned to the shop';

/** Reverses the posting of a purchase without an order, once. The item stays and is withdrawn in the catalogue. Audited. */
export const contract = operation({
  id: 'acquisitions-undo-purchase',
  context: 'acquisitions',
  service: 'administration',
  method: 'POST',
  path: '/v1/acquisitions/members/{memberId}/purchases/{purchaseId}/undo',
  summary: 'Undo a purchase without an order',
  permission: orderWriters,
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema, purchaseId: purchaseIdSchema }),
  body: z.strictObject({ reason: oneLine(200) }),
  output: purchaseSchema,
  owner: 'unknown-purchase',
  refusals: {
    ...postingRefusals,
    'unknown-purchase': { status: 404, meaning: 'The library has no such purchase.' },
    'unknown-fund': { status: 404, meaning: 'The year has no such fund any more.' },
    'already-undone': { status: 409, meaning: 'Its posting was reversed already.' },
  },
  example: {
    params: { memberId, purchaseId },
    body: { reason },
    output: { ...examplePurchase, undone: { by, at: '2026-12-02T09:00:00.000Z', reason }, v: 2 },
  },
  errorImpact: 'The posting of a purchase cannot be reversed.',
});
