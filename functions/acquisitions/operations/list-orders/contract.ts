import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, cursorSchema, pageQuery } from '../../../../layers/platform/http/page.ts';
import { fundCodeSchema } from '../../domain/fund.ts';
import { orderSchema, orderStates } from '../../domain/order.ts';
import { vendorCodeSchema } from '../../domain/vendor.ts';
import { fundReaders } from '../../schemas/funds.ts';
import { exampleOrder } from '../../schemas/orders.ts';

const { lines: _lines, steps: _steps, note: _note, ...row } = exampleOrder;

/** Lists the orders of a library, the newest first: all, or those in a state, from a vendor, or for a fund. */
export const contract = operation({
  id: 'acquisitions-list-orders',
  context: 'acquisitions',
  service: 'administration',
  method: 'GET',
  path: '/v1/acquisitions/members/{memberId}/orders',
  summary: 'List the orders of a library',
  permission: fundReaders,
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  query: z.strictObject({
    state: z.enum(orderStates).optional(),
    vendor: vendorCodeSchema.optional(),
    fund: fundCodeSchema.optional(),
    ...pageQuery,
  }),
  output: z.strictObject({
    orders: z.array(
      orderSchema.omit({ lines: true, steps: true, note: true }).extend({
        /** The title of the first line, and how many lines there are. */
        ...{ title: z.string(), lines: z.int() },
        /** Copies ordered, less cancelled ones, and received. */
        ...{ wanted: z.int(), received: z.int() },
        /** When it was written last. */
        at: z.iso.datetime(),
      }),
    ),
    next: cursorSchema.optional(),
  }),
  refusals: cursorRefusal,
  example: {
    params: { memberId: 'riverton' },
    query: { state: 'placed' },
    output: {
      orders: [
        {
          ...row,
          title: 'The left hand of darkness',
          lines: 1,
          wanted: 4,
          received: 0,
          at: '2026-11-24T10:00:00.000Z',
        },
      ],
    },
  },
  errorImpact: 'Staff do not see what is ordered.',
});
