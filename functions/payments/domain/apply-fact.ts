import type { OnlineMove } from '../../circulation/public/move-online-money.ts';
import { type OnlinePayment, type PaymentLine, type Refund, refundedOf } from './online-payment.ts';

/** What the provider says of a payment: each fact is the whole truth of its subject, so that facts may come twice or in any order. */
export type PaymentFact =
  | { is: 'paid'; intent: string }
  | { is: 'ended'; state: 'expired' | 'failed' }
  /** `total`: all that was refunded of the payment until now. */
  | { is: 'refunded'; total: number }
  | { is: 'disputed'; disputeId: string; amount: number; state: 'open' | 'won' | 'lost' };

type OnlineAct = OnlineMove['money']['act'];

/** The payment afterwards, and the money that moves with it, if any. */
export type FactEffect = { after: OnlinePayment; act?: OnlineAct; lines: PaymentLine[] };

/** Returns the parts of the lines that an amount covers, line by line, after `before` of them. */
export const partsOf = (lines: readonly PaymentLine[], before: number, amount: number): PaymentLine[] => {
  let [skip, left] = [before, amount];
  return lines.flatMap((line) => {
    const skipped = Math.min(skip, line.amount);
    const part = Math.min(left, line.amount - skipped);
    skip -= skipped;
    left -= part;
    return part > 0 ? [{ ...line, amount: part }] : [];
  });
};

// Requested refunds are posted oldest first; what nobody here requested was made in the provider's dashboard.
const withPosted = (refunds: readonly Refund[], amount: number, at: string, refundId: string): Refund[] => {
  let left = amount;
  const posted = refunds.map((refund): Refund => {
    if (refund.state !== 'requested' || refund.amount > left) return refund;
    left -= refund.amount;
    return { ...refund, state: 'posted' };
  });
  return left > 0 ? [...posted, { refundId, amount: left, state: 'posted', at, by: 'provider' }] : posted;
};

type Context = { at: string; refundId: string };

const effects: {
  [K in PaymentFact['is']]: (
    payment: OnlinePayment,
    fact: Extract<PaymentFact, { is: K }>,
    context: Context,
  ) => FactEffect | undefined;
} = {
  // Money that comes after all is never refused, also for a session that had ended.
  paid: (payment, { intent }, { at }) =>
    payment.state === 'paid'
      ? undefined
      : { after: { ...payment, state: 'paid', intent, paidAt: at }, act: 'paid', lines: payment.lines },
  ended: (payment, { state }) => (payment.state === 'open' ? { after: { ...payment, state }, lines: [] } : undefined),
  refunded: (payment, { total }, { at, refundId }) => {
    const before = refundedOf(payment, ['posted']);
    const amount = Math.min(total, payment.amount) - before;
    if (amount <= 0) return undefined;
    const refunds = withPosted(payment.refunds, amount, at, refundId);
    return { after: { ...payment, refunds }, act: 'refunded', lines: partsOf(payment.lines, before, amount) };
  },
  disputed: (payment, { disputeId, amount, state }, { at }) => {
    const { dispute } = payment;
    const known = dispute?.disputeId === disputeId ? dispute.state : undefined;
    if (known !== undefined && (known !== 'open' || state === 'open')) return undefined;
    const after = { ...payment, dispute: { disputeId, amount, state, at } };
    const lines = partsOf(payment.lines, 0, amount);
    if (known === undefined && state !== 'won') return { after, act: 'disputed', lines };
    return known === 'open' && state === 'won' ? { after, act: 'dispute-won', lines } : { after, lines: [] };
  },
};

/** Returns the effect of a fact on a payment; undefined when it changes nothing. Only a paid payment can be refunded or disputed. */
export const applyFact = (payment: OnlinePayment, fact: PaymentFact, context: Context): FactEffect | undefined => {
  const { is } = fact;
  if ((is === 'refunded' || is === 'disputed') && payment.state !== 'paid') return undefined;
  return (effects[is] as (p: OnlinePayment, f: PaymentFact, c: Context) => FactEffect | undefined)(
    payment,
    fact,
    context,
  );
};
