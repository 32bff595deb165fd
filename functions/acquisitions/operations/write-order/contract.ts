import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { orderIdSchema, orderSchema, orderTermsSchema } from '../../domain/order.ts';
import { yearRefusals } from '../../schemas/funds.ts';
import { exampleLine, exampleOrder, orderRefusals, orderWriters } from '../../schemas/orders.ts';

/**
 * Writes an order, or writes a draft anew. It encumbers nothing until it is placed. Prices are in minor units; those of a line in
 * a foreign currency in minor units of that one.
 */
export const contract = operation({
  id: 'acquisitions-write-order',
  context: 'acquisitions',
  service: 'administration',
  method: 'POST',
  path: '/v1/acquisitions/members/{memberId}/orders',
  summary: 'Write an order',
  permission: orderWriters,
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema }),
  body: orderTermsSchema.extend({
    /** The draft that is written anew, and its version as it was read; a new order when absent. */
    ...{ orderId: orderIdSchema.exactOptional(), v: z.int().min(0) },
  }),
  status: 201,
  output: orderSchema,
  namedOwner: { none: 'The order is of the member in the path.' },
  refusals: {
    ...orderRefusals,
    'unknown-fiscal-year': { ...yearRefusals['unknown-fiscal-year'], status: 422 },
    'unknown-vendor': { status: 422, meaning: 'The library has no such vendor.' },
    'unknown-fund': { status: 422, meaning: 'The year has no such fund.' },
    'no-copies': { status: 422, meaning: 'A line orders no copy.' },
    'price-too-high': { status: 422, meaning: 'A line costs more than one order may.' },
    'percents-differ': { status: 422, meaning: 'The shares of a line are not 100 % together.' },
    'amounts-differ': { status: 422, meaning: 'The shares of a line are not its price together.' },
    'mixed-shares': { status: 422, meaning: 'The shares of a line are all in percent or all amounts.' },
    'same-share': { status: 422, meaning: 'Two shares of a line name one fund.' },
    'too-many-funds': { status: 422, meaning: 'An order names at most 15 funds.' },
    'too-many-steps': { status: 409, meaning: 'The order was changed too often: write another.' },
  },
  example: {
    params: { memberId: 'riverton' },
    body: {
      ...{ year: exampleOrder.year, vendor: exampleOrder.vendor, v: 0 },
      lines: [exampleLine],
    },
    output: exampleOrder,
  },
  errorImpact: 'Nothing new can be ordered.',
});
