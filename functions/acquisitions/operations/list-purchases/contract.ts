import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, cursorSchema, pageQuery } from '../../../../layers/platform/http/page.ts';
import { fundCodeSchema } from '../../domain/fund.ts';
import { purchaseSchema } from '../../domain/purchase.ts';
import { fundReaders } from '../../schemas/funds.ts';
import { examplePurchase } from '../../schemas/purchases.ts';

const { memberId } = examplePurchase;

/** Lists what a library bought without an order, the newest first: all, or from a fund. */
export const contract = operation({
  id: 'acquisitions-list-purchases',
  context: 'acquisitions',
  service: 'administration',
  method: 'GET',
  path: '/v1/acquisitions/members/{memberId}/purchases',
  summary: 'List what was bought without an order',
  permission: fundReaders,
  touches: { table: 'read', bucket: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  query: z.strictObject({ fund: fundCodeSchema.optional(), ...pageQuery }),
  output: z.strictObject({
    purchases: z.array(
      purchaseSchema.omit({ receipt: true }).extend({
        /** Opens the photo of the receipt for five minutes. */
        receiptUrl: z.url().exactOptional(),
      }),
    ),
    next: cursorSchema.optional(),
  }),
  refusals: cursorRefusal,
  example: { params: { memberId }, query: { fund: 'BOOKS-ADULT' }, output: { purchases: [examplePurchase] } },
  errorImpact: 'Staff do not see what was bought without an order.',
});
