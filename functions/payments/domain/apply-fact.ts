import { applyDispute } from './apply-dispute.ts';
import { applyRefund } from './apply-refund.ts';
import type { OnlinePayment } from './online-payment.ts';
import type { FactContext, FactEffect, PaymentFact } from './payment-fact.ts';

/** Returns the effect of a fact on a payment; undefined when it changes nothing. Only a paid payment can be refunded or disputed. */
export const applyFact = (payment: OnlinePayment, fact: PaymentFact, context: FactContext): FactEffect | undefined => {
  const { state, lines } = payment;
  if (fact.is === 'ended')
    return state === 'open' ? { after: { ...payment, state: fact.state }, lines: [] } : undefined;
  // Money that comes after all is never refused, also for a session that had ended.
  if (fact.is === 'paid')
    return state === 'paid'
      ? undefined
      : { after: { ...payment, state: 'paid', intent: fact.intent, paidAt: context.at }, act: 'paid', lines };
  if (state !== 'paid') return undefined;
  return fact.is === 'refunded' ? applyRefund(payment, fact.refund, context) : applyDispute(payment, fact, context);
};
