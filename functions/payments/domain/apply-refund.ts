import type { OnlinePayment, Refund } from './online-payment.ts';
import type { FactContext, FactEffect, PaymentFact } from './payment-fact.ts';
import { takeMoney } from './take-money.ts';

type RefundFact = Extract<PaymentFact, { is: 'refunded' }>['refund'];

const isSame = (one: Refund, { refundId, reference }: RefundFact): boolean =>
  (refundId !== undefined && one.refundId === refundId) || (reference !== undefined && one.reference === reference);

const withRefund = (payment: OnlinePayment, refund: Refund): OnlinePayment => {
  const isKnown = payment.refunds.some(({ refundId }) => refundId === refund.refundId);
  const others = payment.refunds.map((one) => (one.refundId === refund.refundId ? refund : one));
  return { ...payment, refunds: isKnown ? others : [...payment.refunds, refund] };
};

/**
 * Applies the state of one refund at the provider: a refund that is done is posted once, and one that fails afterwards is taken back. A failed
 * refund stays failed, unless it failed here before the provider gave it a number.
 */
export const applyRefund = (payment: OnlinePayment, fact: RefundFact, context: FactContext): FactEffect | undefined => {
  const { reference, amount, state } = fact;
  const known = payment.refunds.find((one) => isSame(one, fact));
  const isFinal = known?.state === 'failed' && known.reference !== undefined;
  if (isFinal || (known?.state === 'posted' && (state !== 'failed' || reference === undefined))) return undefined;
  const made = { refundId: context.refundId, amount, state: 'requested' as const, at: context.at, by: 'provider' };
  const refund: Refund = { ...(known ?? made), ...(reference && { reference }) };
  if (state === 'done') {
    const lines = takeMoney(payment, amount, context.credits);
    const after = withRefund(payment, { ...refund, state: 'posted', lines });
    return lines.length > 0 ? { after, act: 'refunded', lines } : { after, lines };
  }
  if (state === 'failed') {
    const { lines = [], ...rest } = refund;
    const after = withRefund(payment, { ...rest, state: 'failed' });
    return lines.length > 0 ? { after, act: 'refund-failed', lines } : { after, lines };
  }
  // A refund of the provider's dashboard is posted when it is done.
  return known?.state === 'requested' && known.reference === undefined
    ? { after: withRefund(payment, refund), lines: [] }
    : undefined;
};
