import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { orderIdSchema } from '../../domain/order.ts';
import { fundReaders } from '../../schemas/funds.ts';
import { exampleOrder, orderRefusals } from '../../schemas/orders.ts';

/**
 * Returns a placed order as an EDIFACT message for its vendor: ORDERS of D.96A in the library profile of EDItEUR. The same order gives the
 * same bytes.
 */
export const contract = operation({
  id: 'acquisitions-show-order-file',
  context: 'acquisitions',
  service: 'administration',
  method: 'GET',
  path: '/v1/acquisitions/members/{memberId}/orders/{orderId}/edifact',
  summary: 'Show an order as an EDIFACT message',
  permission: fundReaders,
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema, orderId: orderIdSchema }),
  output: z.strictObject({
    /** The name of the file. */
    name: z.string(),
    /** The bytes of the file, in base64: Latin-1, or UTF-8 where its UNB says UNOY. */
    base64: z.base64(),
  }),
  owner: 'unknown-order',
  refusals: {
    'unknown-order': orderRefusals['unknown-order'],
    'order-state': { status: 409, meaning: 'Only what was placed is sent to a vendor.' },
    'vendor-without-address': {
      status: 409,
      meaning: 'The vendor has no SAN or GLN, to which a message is addressed.',
    },
  },
  example: {
    params: { memberId: 'riverton', orderId: exampleOrder.orderId },
    output: { name: 'order-2026-27-00042.edi', base64: 'VU5BOisuPyAn' },
  },
  errorImpact: 'An order cannot be saved for the vendor as a message.',
});
