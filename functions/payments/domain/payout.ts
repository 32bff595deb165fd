import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { currencySchema } from '../../../layers/kernel/money/currency.ts';
import type { Dispute, OnlinePayment, Refund } from './online-payment.ts';
import type { BalanceLine } from './provider.ts';

/** How the provider's balance and our payments differ. Amounts in minor units, by the provider and by us. */
export const differenceSchema = z.strictObject({
  what: z.enum(['unknown-charge', 'charge-differs', 'refund-differs', 'dispute-differs', 'not-posted', 'sum-differs']),
  paymentId: z.string().exactOptional(),
  intent: z.string().exactOptional(),
  theirs: z.int(),
  ours: z.int(),
});
export type Difference = z.infer<typeof differenceSchema>;

/** A note on a payout that differs: who checked it, when, and why the difference is in order. */
export const payoutCheckSchema = z.strictObject({ at: z.string(), by: z.string(), note: z.string() });
export type PayoutCheck = z.infer<typeof payoutCheckSchema>;

/**
 * A payout of the provider as reconciled: the sums of its parts, and what differs. Minor units. `checked` ends when what differs changes.
 */
export const payoutSchema = z.object({
  payoutId: z.string(),
  account: z.string(),
  arrivesOn: z.string(),
  amount: z.int(),
  currency: currencySchema,
  charges: z.int(),
  refunds: z.int(),
  disputes: z.int(),
  fees: z.int(),
  payments: z.int(),
  differences: z.array(differenceSchema),
  checked: payoutCheckSchema.exactOptional(),
  v: z.int(),
});
export type StoredPayout = z.infer<typeof payoutSchema>;

/** A payout as the provider states it, compared with our payments. */
export type ReconciledPayout = Omit<StoredPayout, 'checked' | 'v'>;

const sumOf = (lines: readonly BalanceLine[], kind: BalanceLine['kind']): number =>
  lines.reduce((sum, line) => (line.kind === kind ? sum + line.amount : sum), 0);

/** A line of the provider's balance with the payment of ours that it belongs to, if any. */
export type MatchedLine = { line: BalanceLine; payment?: OnlinePayment };

const sumOfParts = ({ lines = [] }: Pick<Refund | Dispute, 'lines'>): number =>
  lines.reduce((sum, { amount }) => sum + amount, 0);

/**
 * Returns what the ledger has for a line of a refund: the parts that it took of the bills, and nothing when it is not posted, or not taken
 * back. One that failed afterwards moved its whole amount both ways.
 */
export const ofRefund = ({ amount, source }: BalanceLine, { refunds }: OnlinePayment): number => {
  const refund = refunds.find(({ reference }) => reference !== undefined && reference === source);
  const isPosted = amount < 0 ? refund?.state !== 'requested' : refund?.state === 'failed';
  if (refund === undefined || !isPosted) return 0;
  return Math.sign(amount) * (refund.state === 'posted' ? sumOfParts(refund) : refund.amount);
};

/** Returns what the ledger has for a line of a dispute: one that was known as won first moved nothing here, both ways. */
export const ofDispute = ({ amount, source }: BalanceLine, { disputes }: OnlinePayment): number => {
  const dispute = disputes.find(({ disputeId }) => disputeId === source);
  if (dispute === undefined || (amount > 0 && dispute.state !== 'won')) return 0;
  return dispute.lines.length === 0 && dispute.state === 'won' ? amount : Math.sign(amount) * sumOfParts(dispute);
};

const differenceOf = ({ line, payment }: MatchedLine): Difference[] => {
  const ids = { ...(payment && { paymentId: payment.paymentId }), ...(line.intent && { intent: line.intent }) };
  // Only charges, refunds and disputes of payments are posted from the balance, with their fees.
  if (line.kind === 'other') return [{ what: 'not-posted', ...ids, theirs: line.amount, ours: 0 }];
  if (payment === undefined) return [{ what: 'unknown-charge', ...ids, theirs: line.amount, ours: 0 }];
  if (line.kind === 'charge' && (payment.state !== 'paid' || payment.amount !== line.amount)) {
    const ours = payment.state === 'paid' ? payment.amount : 0;
    return [{ what: 'charge-differs', ...ids, theirs: line.amount, ours }];
  }
  if (line.kind === 'charge') return [];
  const ours = line.kind === 'refund' ? ofRefund(line, payment) : ofDispute(line, payment);
  const what = line.kind === 'refund' ? ('refund-differs' as const) : ('dispute-differs' as const);
  return ours === line.amount ? [] : [{ what, ...ids, theirs: line.amount, ours }];
};

/** Returns a payout with the sums of its lines and everything that differs from our payments. */
export const reconcilePayout = (
  payout: Pick<StoredPayout, 'payoutId' | 'account' | 'arrivesOn' | 'amount' | 'currency'>,
  matched: readonly MatchedLine[],
): ReconciledPayout => {
  const lines = matched.map(({ line }) => line);
  const fees = lines.reduce((sum, { fee }) => sum + fee, 0);
  const net = lines.reduce((sum, { amount }) => sum + amount, 0) - fees;
  const differences = matched.flatMap(differenceOf);
  if (net !== payout.amount) differences.push({ what: 'sum-differs', theirs: payout.amount, ours: net });
  return {
    ...payout,
    charges: sumOf(lines, 'charge'),
    refunds: sumOf(lines, 'refund'),
    disputes: sumOf(lines, 'dispute'),
    ...{ fees, payments: lines.filter(({ kind }) => kind === 'charge').length, differences },
  };
};

/** Returns a payout compared anew, not checked; undefined when the same differs as before. Its fees stay as they were posted. */
export const comparedAgain = (before: StoredPayout, reconciled: ReconciledPayout): StoredPayout | undefined =>
  isDeepStrictEqual(before.differences, reconciled.differences)
    ? undefined
    : { ...reconciled, fees: before.fees, v: before.v + 1 };
