import * as z from 'zod';
import { currencySchema } from '../../../layers/kernel/money/currency.ts';

export const paymentStates = ['open', 'paid', 'expired', 'failed'] as const;
export const refundStates = ['requested', 'posted', 'failed'] as const;
export const disputeStates = ['open', 'won', 'lost'] as const;

/** A bill's part of a payment, in minor units. */
export const paymentLineSchema = z.strictObject({ billId: z.string(), member: z.string(), amount: z.int().positive() });
export type PaymentLine = z.infer<typeof paymentLineSchema>;

/**
 * A refund of a payment: `by` is the member of staff, or `provider` when it was made in the provider's dashboard. `reference` is the
 * provider's number of it; `lines` say what it took from which bill.
 */
export const refundSchema = z.strictObject({
  refundId: z.string(),
  amount: z.int().positive(),
  state: z.enum(refundStates),
  at: z.string(),
  by: z.string(),
  reason: z.string().exactOptional(),
  reference: z.string().exactOptional(),
  lines: z.array(paymentLineSchema).exactOptional(),
});
export type Refund = z.infer<typeof refundSchema>;

export const disputeSchema = z.strictObject({
  disputeId: z.string(),
  amount: z.int().positive(),
  state: z.enum(disputeStates),
  at: z.string(),
  lines: z.array(paymentLineSchema),
});
export type Dispute = z.infer<typeof disputeSchema>;

/**
 * An online payment: `account` is the member with whose account it is made; amounts in minor units. `sessionId` and `intent` are the
 * provider's numbers; no data of a card are ever here.
 */
export const onlinePaymentSchema = z.object({
  paymentId: z.string(),
  account: z.string(),
  patron: z.object({ patronId: z.string() }).exactOptional(),
  lines: z.array(paymentLineSchema).min(1),
  amount: z.int().positive(),
  currency: currencySchema,
  at: z.string(),
  state: z.enum(paymentStates),
  sessionId: z.string().exactOptional(),
  url: z.string().exactOptional(),
  intent: z.string().exactOptional(),
  paidAt: z.string().exactOptional(),
  refunds: z.array(refundSchema).default([]),
  disputes: z.array(disputeSchema).default([]),
  /** The provider's fee, known from the payout. */
  fee: z.int().exactOptional(),
  payoutId: z.string().exactOptional(),
  v: z.number(),
});
export type OnlinePayment = z.infer<typeof onlinePaymentSchema>;

const disputeRank = ({ state }: Dispute): number => ['open', 'lost', 'won'].indexOf(state);

/** Returns the amount of refunds in these states. */
export const refundedOf = ({ refunds }: Pick<OnlinePayment, 'refunds'>, states: readonly Refund['state'][]): number =>
  refunds.reduce((sum, { amount, state }) => (states.includes(state) ? sum + amount : sum), 0);

/** Returns the dispute of a payment that matters most: an open one, else a lost one, else a won one. */
export const mainDispute = ({ disputes }: Pick<OnlinePayment, 'disputes'>): Dispute | undefined =>
  disputes.toSorted((one, other) => disputeRank(one) - disputeRank(other))[0];

/** How long a patron may take to pay: the provider's least is 30 minutes. */
export const SESSION_MS = 31 * 60_000;

/** Returns whether the provider's page of a payment can still be used. `now` in epoch ms. */
export const isUsable = ({ state, at, url }: OnlinePayment, now: number): boolean =>
  state === 'open' && url !== undefined && now < Date.parse(at) + SESSION_MS;
