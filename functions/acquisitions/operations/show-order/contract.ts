import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { actorNamesSchema } from '../../../../layers/platform/http/actor-names.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { orderIdSchema, orderSchema } from '../../domain/order.ts';
import { fundReaders } from '../../schemas/funds.ts';
import { exampleOrder, orderRefusals } from '../../schemas/orders.ts';

/** Shows an order with its lines, what they take of each fund, and every step of it with the person's name. */
export const contract = operation({
  id: 'acquisitions-show-order',
  context: 'acquisitions',
  service: 'administration',
  method: 'GET',
  path: '/v1/acquisitions/members/{memberId}/orders/{orderId}',
  summary: 'Show an order',
  permission: fundReaders,
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema, orderId: orderIdSchema }),
  output: z.strictObject({
    order: orderSchema,
    names: actorNamesSchema,
    /** The reader wrote its present text, and cannot approve it. */
    isPreparer: z.boolean(),
    /** The lines that come after the day by which they are needed, with the day that the vendor quoted or named since. */
    tooLate: z.array(z.strictObject({ line: z.int().min(1), comesOn: z.iso.date() })),
  }),
  owner: 'unknown-order',
  refusals: { 'unknown-order': orderRefusals['unknown-order'] },
  example: {
    params: { memberId: 'riverton', orderId: exampleOrder.orderId },
    output: {
      order: exampleOrder,
      names: { [exampleOrder.preparedBy]: 'Grace Oyelaran' },
      isPreparer: true,
      tooLate: [],
    },
  },
  errorImpact: 'Staff cannot look at an order.',
});
