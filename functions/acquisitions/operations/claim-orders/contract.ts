import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { orderIdSchema } from '../../domain/order.ts';
import { vendorCodeSchema } from '../../domain/vendor.ts';
import { exampleLine, exampleOrder, orderWriters } from '../../schemas/orders.ts';

const named = z.strictObject({ orderId: orderIdSchema, line: z.int().min(1) });

/**
 * Claims late lines of orders and returns what the message to their vendor states. A line that arrived meanwhile, is not late or was claimed
 * already is left out: the same request on the same day claims nothing again.
 */
export const contract = operation({
  id: 'acquisitions-claim-orders',
  context: 'acquisitions',
  service: 'administration',
  method: 'POST',
  path: '/v1/acquisitions/members/{memberId}/order-claims',
  summary: 'Claim late lines of orders',
  permission: orderWriters,
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema }),
  body: z.strictObject({
    lines: z
      .array(named)
      .min(1)
      .max(50)
      .refine((all) => new Set(all.map(({ orderId, line }) => `${orderId} ${line}`)).size === all.length),
  }),
  output: z.strictObject({
    claimed: z.array(
      named.extend({
        ...{ order: z.string(), vendor: vendorCodeSchema, orderedOn: z.iso.date() },
        ...{ title: z.string(), isbn: z.string().exactOptional(), copies: z.int() },
        /** How often it was claimed, with this claim. */
        number: z.int().min(1),
      }),
    ),
    /** What was left out. */
    dropped: z.array(named),
  }),
  namedOwner: {
    none: 'Orders are looked for among those of the member in the path, and left out where there are none.',
  },
  refusals: {},
  example: {
    params: { memberId: 'riverton' },
    body: { lines: [{ orderId: exampleOrder.orderId, line: 1 }] },
    output: {
      claimed: [
        {
          ...{ orderId: exampleOrder.orderId, line: 1, order: exampleOrder.number, vendor: exampleOrder.vendor },
          ...{ orderedOn: '2026-11-24', title: exampleLine.title, isbn: '9780441478125', copies: 4, number: 1 },
        },
      ],
      dropped: [],
    },
  },
  errorImpact: 'Late orders cannot be claimed.',
});
