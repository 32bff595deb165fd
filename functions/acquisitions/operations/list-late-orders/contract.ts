import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, cursorSchema, pageQuery } from '../../../../layers/platform/http/page.ts';
import { claimSchema, claimsDue } from '../../domain/claims.ts';
import { orderIdSchema } from '../../domain/order.ts';
import { vendorCodeSchema } from '../../domain/vendor.ts';
import { fundReaders } from '../../schemas/funds.ts';
import { exampleOrder } from '../../schemas/orders.ts';

/**
 * Lists the orders of which copies did not arrive in time, with the late lines of each: placed ones, then partly received ones, of each the
 * oldest first. The days of the vendor are counted from the day of the order, in the time zone of its fiscal year.
 */
export const contract = operation({
  id: 'acquisitions-list-late-orders',
  context: 'acquisitions',
  service: 'administration',
  method: 'GET',
  path: '/v1/acquisitions/members/{memberId}/late-orders',
  summary: 'List the orders that are late',
  permission: fundReaders,
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  query: z.strictObject({ vendor: vendorCodeSchema.optional(), ...pageQuery }),
  output: z.strictObject({
    orders: z.array(
      z.strictObject({
        ...{ orderId: orderIdSchema, number: z.string(), vendor: vendorCodeSchema, v: z.int() },
        orderedOn: z.iso.date(),
        lines: z.array(
          z.strictObject({
            ...{ line: z.int().min(1), title: z.string(), missing: z.int().min(1) },
            ...{ claims: z.array(claimSchema), lateFrom: z.iso.date() },
            /** What is due: a claim, or to give it up after so many claims. */
            due: z.enum(claimsDue).exclude(['nothing']),
          }),
        ),
      }),
    ),
    next: cursorSchema.optional(),
  }),
  refusals: cursorRefusal,
  example: {
    params: { memberId: 'riverton' },
    query: {},
    output: {
      orders: [
        {
          ...{ orderId: exampleOrder.orderId, number: exampleOrder.number, vendor: exampleOrder.vendor, v: 2 },
          orderedOn: '2026-11-24',
          lines: [
            {
              ...{ line: 1, title: 'The left hand of darkness', missing: 4, claims: [] },
              ...{ lateFrom: '2027-01-08', due: 'claim' as const },
            },
          ],
        },
      ],
    },
  },
  errorImpact: 'Staff do not see which orders are late.',
});
