import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { voucherCountSchema } from '../../../resource-sharing/public/voucher-count-schema.ts';
import { bookedRefusals } from '../../schemas/booking-refusals.ts';
import { partnerWriters, stockedVoucherSchema, voucherRefusals } from '../../schemas/partners.ts';

/** Records vouchers that a member bought from the scheme, or redeemed there, at face value; at most the stock. */
export const contract = operation({
  id: 'finance-move-vouchers',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/voucher-moves',
  summary: 'Record vouchers bought or redeemed',
  permission: partnerWriters,
  touches: { table: 'write' },
  body: z.strictObject({
    memberId: memberIdSchema,
    move: z.enum(['bought', 'redeemed']),
    vouchers: z.array(voucherCountSchema).min(1).max(20),
  }),
  status: 201,
  output: z.strictObject({ entryId: z.string(), moved: z.array(stockedVoucherSchema) }),
  refusals: { ...voucherRefusals, ...bookedRefusals },
  example: {
    body: { memberId: 'riverton', move: 'bought', vouchers: [{ voucher: 'ifla-whole', count: 12 }] },
    output: {
      entryId: 'ent_01kb0000000000000000000000',
      moved: [{ voucher: 'ifla-whole', value: 800, currency: 'EUR', count: 12 }],
    },
  },
  errorImpact: 'Members cannot take vouchers into stock.',
});
