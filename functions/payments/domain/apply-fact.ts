import type { OnlineMove } from '../../circulation/public/move-online-money.ts';
import { applyDispute } from './apply-dispute.ts';
import { applyRefund } from './apply-refund.ts';
import type { OnlinePayment, PaymentLine } from './online-payment.ts';
import type { ProviderRefund } from './provider-refund.ts';

/** What the provider says of a payment: each fact is the whole truth of its subject, so that facts may come twice or in any order. */
export type PaymentFact =
  | { is: 'paid'; intent: string }
  | { is: 'ended'; state: 'expired' | 'failed' }
  /** One refund as it is now; without `reference` the provider refused the request. */
  | { is: 'refunded'; refund: Omit<ProviderRefund, 'reference'> & { reference?: string } }
  /** One dispute that took money: an inquiry is none. */
  | { is: 'disputed'; disputeId: string; amount: number; state: 'open' | 'won' | 'lost' };

type OnlineAct = OnlineMove['money']['act'];

/** The payment afterwards, and the money that moves with it, if any. */
export type FactEffect = { after: OnlinePayment; act?: OnlineAct; lines: PaymentLine[] };

/** The time, the id of a refund that nobody here requested, and the credits of the bills in minor units. */
export type FactContext = { at: string; refundId: string; credits?: Readonly<Record<string, number>> };

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
