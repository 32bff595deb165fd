import * as z from 'zod';
import type { Permission, Refusal } from '../../../layers/platform/http/contract.ts';
import {
  disputeSchema,
  isUsable,
  mainDispute,
  type OnlinePayment,
  paymentLineSchema,
  paymentStates,
  refundSchema,
} from '../domain/online-payment.ts';
import type { PaymentAccount } from '../domain/payment-account.ts';
import { payoutSchema, type StoredPayout } from '../domain/payout.ts';

const common = {
  paymentId: z.string(),
  /** The member with whose account it is paid. */
  account: z.string(),
  at: z.string(),
  state: z.enum(paymentStates),
  amount: z.int(),
  currency: z.string(),
};

/** An online payment as its patron sees it; `url` is the provider's page while it can be paid. Amounts in minor units. */
export const myPaymentSchema = z.strictObject({
  ...common,
  refunded: z.int(),
  url: z.string().optional(),
});

/** Returns a payment for its patron. `now` in epoch ms. */
export const myPaymentView = (payment: OnlinePayment, now: number): z.infer<typeof myPaymentSchema> => {
  const { paymentId, account, at, state, amount, currency, url, refunds } = payment;
  const refunded = refunds.reduce((sum, refund) => (refund.state === 'posted' ? sum + refund.amount : sum), 0);
  return { paymentId, account, at, state, amount, currency, refunded, ...(url && isUsable(payment, now) && { url }) };
};

/** An online payment for staff: without its patron. `reference` is the provider's number. */
export const onlinePaymentViewSchema = z.strictObject({
  ...common,
  lines: z.array(paymentLineSchema),
  reference: z.string().optional(),
  paidAt: z.string().optional(),
  refunds: z.array(refundSchema.omit({ lines: true })),
  dispute: disputeSchema.omit({ lines: true }).optional(),
  fee: z.int().optional(),
  payoutId: z.string().optional(),
});
export type OnlinePaymentView = z.infer<typeof onlinePaymentViewSchema>;

/** Returns a payment for staff. */
export const onlinePaymentView = (payment: OnlinePayment): OnlinePaymentView => {
  const { patron: _patron, sessionId: _session, url: _url, intent, disputes, refunds, v: _v, ...rest } = payment;
  const { lines: _lines, ...dispute } = mainDispute({ disputes }) ?? {};
  return {
    ...{ ...rest, refunds: refunds.map(({ lines: _ofRefund, ...refund }) => refund) },
    ...(intent && { reference: intent }),
    ...('disputeId' in dispute && { dispute }),
  };
};

const { v: _version, ...payoutShape } = payoutSchema.shape;
/** A payout for staff, with the version that they have seen. */
export const payoutViewSchema = z.strictObject({ ...payoutShape, version: z.int() });
export type PayoutView = z.infer<typeof payoutViewSchema>;

/** Returns a payout for staff. */
export const payoutView = ({ v: version, ...payout }: StoredPayout): PayoutView => ({ ...payout, version });

/** The settings of an account, without its secrets. */
export const accountViewSchema = z.strictObject({
  memberId: z.string(),
  on: z.boolean(),
  /** Its own bills only, or also those of members without an account of their own. */
  collectsFor: z.enum(['own', 'all']),
  /** The least amount of a payment, in minor units of the bills’ currency. */
  minimum: z.int(),
  providerAccount: z.string(),
  /** Since when the secrets are stored, which are never shown. */
  secretSince: z.string().optional(),
  version: z.int(),
});

/** Returns the settings of an account for staff. */
export const accountView = ({ address: _address, secretId: _secret, v: version, ...rest }: PaymentAccount) => ({
  ...rest,
  version,
});

/** The roles of the consortium that see the payments and accounts of all members. */
export const consortiumReaders = ['finance-preparer', 'finance-approver', 'auditor', 'admin'] as const;

/** Finance staff of the consortium, and of members. */
export const accountReaders: Permission[] = [
  { who: 'staff', roles: consortiumReaders, at: 'consortium' },
  { who: 'staff', roles: ['member-finance'], at: 'own-member' },
];

/** Finance staff of the consortium, and of the member that the path names. */
export const paymentReaders: Permission[] = [
  { who: 'staff', roles: consortiumReaders, at: 'consortium' },
  { who: 'staff', roles: ['member-finance', 'desk-supervisor'], at: { member: 'path.memberId' } },
];

export const unknownPayment = {
  'payment-not-found': { status: 404, meaning: 'There is no such payment.' },
} as const satisfies Record<string, Refusal>;

export const exampleMyPayment: z.infer<typeof myPaymentSchema> = {
  paymentId: 'opy_01kb0000000000000000000000',
  account: 'riverton',
  at: '2026-11-24T15:00:00.000Z',
  state: 'paid',
  amount: 350,
  currency: 'USD',
  refunded: 0,
};

const { refunded: _refunded, ...exampleCommon } = exampleMyPayment;
export const exampleOnlinePayment: OnlinePaymentView = {
  ...exampleCommon,
  lines: [{ billId: 'bil_01kb0000000000000000000000', member: 'riverton', amount: 350 }],
  reference: 'pi_3ExamplePayment',
  paidAt: '2026-11-24T15:01:00.000Z',
  refunds: [],
  fee: 40,
};

export const examplePayout: PayoutView = {
  ...{ payoutId: 'po_1ExamplePayout', account: 'riverton', arrivesOn: '2026-11-26', amount: 310, currency: 'USD' },
  ...{ charges: 350, refunds: 0, disputes: 0, fees: 40, payments: 1, differences: [], version: 1 },
};

export const exampleDifferingPayout: PayoutView = {
  ...{ ...examplePayout, payoutId: 'po_1ExampleDiffers', arrivesOn: '2026-11-19', amount: 305 },
  differences: [{ what: 'not-posted', theirs: -5, ours: 0 }],
};

export const exampleAccount: z.infer<typeof accountViewSchema> = {
  memberId: 'riverton',
  on: true,
  collectsFor: 'own',
  minimum: 100,
  providerAccount: 'acct_1ExampleAccount',
  secretSince: '2026-11-01T10:00:00.000Z',
  version: 1,
};
