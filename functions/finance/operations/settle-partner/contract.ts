import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { ledgerEntrySchema } from '../../../../layers/records/ledger/domain/entry.ts';
import { settlementInputSchema } from '../../../resource-sharing/public/settlement-input-schema.ts';
import { bookedRefusals } from '../../schemas/booking-refusals.ts';
import { examplePartner, partnerIdSchema, partnerWriters, voucherRefusals } from '../../schemas/partners.ts';

/**
 * Records a settlement of a member with an external library: a payment in either direction (by bank or by vouchers), or a set-off of
 * mutual debts. At most the debt, and only vouchers in stock; booked in the same write.
 */
export const contract = operation({
  id: 'finance-settle-partner',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/partner-settlements',
  summary: 'Record a settlement with a library outside',
  permission: partnerWriters,
  touches: { table: 'write' },
  body: z.strictObject({ memberId: memberIdSchema, partnerId: partnerIdSchema, ...settlementInputSchema.shape }),
  status: 201,
  output: z.strictObject({ entry: ledgerEntrySchema }),
  namedOwner: 'unknown-request',
  refusals: {
    'by-what': { status: 422, meaning: 'Either an amount or vouchers settle a debt; only an amount sets two off.' },
    ...voucherRefusals,
    ...bookedRefusals,
    'unknown-request': { status: 404, meaning: 'There is no such request between the member and the partner.' },
    'more-than-owed': { status: 409, meaning: 'Less is owed than would be settled.' },
  },
  example: {
    body: {
      ...{ memberId: 'riverton', partnerId: examplePartner, settles: 'owes', currency: 'EUR' },
      vouchers: [{ voucher: 'ifla-whole', count: 2 }],
    },
    output: {
      entry: {
        ...{ entryId: 'ent_01kb0000000000000000000000', at: '2026-11-24T10:00:00.000Z', currency: 'EUR' },
        kind: 'partner-paid-by-vouchers',
        lines: [
          { account: 'due-to-partners', member: 'riverton', side: 'debit', amount: 1600 },
          { account: 'voucher-stock', member: 'riverton', side: 'credit', amount: 1600 },
        ],
        ...{ causeId: 'ent_01kb0000000000000000000000', memo: 'settlement', partner: examplePartner },
        periodKey: '2026-11',
      },
    },
  },
  errorImpact: 'Payments from and to partners cannot be booked.',
});
