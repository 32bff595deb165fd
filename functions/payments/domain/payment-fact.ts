import type { OnlineMove } from '../../circulation/public/move-online-money.ts';
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
