import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { orderIdSchema, orderSchema } from '../../domain/order.ts';
import { orderStepSchema } from '../../domain/order-step.ts';
import { exampleOrder, orderActors, orderRefusals } from '../../schemas/orders.ts';

/**
 * Moves an order on. Placing encumbers its funds, or waits for another person above the limit of its year; cancelling releases what is
 * still encumbered for copies that did not arrive. The order and every fund change in one write. Audited.
 */
export const contract = operation({
  id: 'acquisitions-step-order',
  context: 'acquisitions',
  service: 'administration',
  method: 'POST',
  path: '/v1/acquisitions/members/{memberId}/orders/{orderId}/steps',
  summary: 'Place, approve, withdraw, cancel or receive an order',
  permission: orderActors,
  touches: { table: 'write', index: 'read' },
  bundleKilobytes: 751,
  withoutIndex: 'partial',
  params: z.strictObject({ memberId: memberIdSchema, orderId: orderIdSchema }),
  body: z.strictObject({ step: orderStepSchema, v: z.int().min(1) }),
  output: orderSchema,
  owner: 'unknown-order',
  refusals: {
    ...orderRefusals,
    'orders-only': { status: 403, meaning: 'The staff of acquisitions of the library do this.' },
    'approvers-only': { status: 403, meaning: 'The finance staff and administrators of the library approve orders.' },
    'own-order': { status: 403, meaning: 'Who prepared an order does not approve it.' },
    'year-takes-no-orders': { status: 409, meaning: 'The fiscal year accepts no orders on this day.' },
    'vendor-inactive': { status: 409, meaning: 'The vendor is inactive.' },
    'fund-takes-no-orders': {
      status: 409,
      meaning: 'A fund, or one above it, is frozen or inactive.',
      params: { fund: 'Which.' },
    },
    'fund-limit': {
      status: 409,
      meaning: 'The order exceeds the limit of a fund, or of one above it.',
      params: {
        fund: 'Which.',
        most: 'The most that it allows now.',
        limit: 'What its limit allows in all.',
        used: 'What is used of that.',
        asked: 'What the order takes of it.',
      },
    },
    'duplicate-title': {
      status: 409,
      meaning:
        'Libraries have or ordered a title already, and its holds do not require so many copies: the fiscal year accepts the order with a reason only.',
      params: { title: 'Which.' },
    },
    'unknown-order-line': { status: 422, meaning: 'The order has no such line.' },
    'bad-copies': { status: 422, meaning: 'So many copies are not missing, or not received.' },
    'not-invoiced': {
      status: 409,
      meaning: 'Received copies are not invoiced, and the step does not state that none comes.',
    },
    'order-underway': {
      status: 409,
      meaning:
        'Copies of the order arrived or were cancelled, its vendor answered, or an invoice of it is approved: it is not withdrawn.',
    },
    'order-too-large': {
      status: 409,
      meaning: 'The order names too many titles and funds to be placed at once: it is written as two.',
    },
    'too-many-steps': { status: 409, meaning: 'The order was changed too often.' },
  },
  example: {
    params: { memberId: 'riverton', orderId: exampleOrder.orderId },
    body: { step: { act: 'place' }, v: 1 },
    output: exampleOrder,
  },
  errorImpact: 'Orders cannot be placed, approved, cancelled or received.',
});
