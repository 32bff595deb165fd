import * as z from 'zod';
import { isPartner } from '../../../layers/kernel/identity/party.ts';
import type { Permission } from '../../../layers/platform/http/contract.ts';

/** An external library. */
export const partnerIdSchema = z.string().max(64).refine(isPartner, 'A partner’s id begins with prt_.');

/** The roles that record payments of the member named in the body: its finance staff, or those who clear for all. */
export const partnerWriters: readonly Permission[] = [
  { who: 'staff', roles: ['finance-preparer', 'finance-approver'], at: 'consortium' },
  { who: 'staff', roles: ['member-finance'], at: { member: 'body.memberId' } },
];

/** The mutual debts of a member and a partner in a currency, minor units. */
export const partnerBalanceSchema = z.strictObject({
  partnerId: z.string(),
  currency: z.string(),
  owes: z.number().int(),
  owed: z.number().int(),
});

/** Vouchers in stock, by kind and face value (minor units). */
export const stockedVoucherSchema = z.strictObject({
  voucher: z.string(),
  value: z.number().int(),
  currency: z.string(),
  count: z.number().int(),
});

export const voucherRefusals = {
  'unknown-voucher': { status: 422, meaning: 'A kind of voucher is not adopted, or is named twice.' },
  'mixed-currencies': { status: 422, meaning: 'The vouchers are of another currency, or of several.' },
  'vouchers-lacking': { status: 409, meaning: 'The member has not so many vouchers in stock.' },
} as const;

export const examplePartner = 'prt_01kb0000000000000000000000';
