import type { ProviderDispute } from './provider-dispute.ts';
import type { ProviderRefund } from './provider-refund.ts';

/** The payment page that the provider hosts: its state, and the payment's number when it was paid. Amounts in our minor units. */
export type ProviderSession = {
  sessionId: string;
  url?: string;
  state: 'open' | 'paid' | 'expired' | 'processing';
  intent?: string;
};

/** What to pay, and where the patron returns. */
export type WantedSession = {
  paymentId: string;
  amount: number;
  currency: string;
  title: string;
  returnTo: string;
  expiresAt: number;
};

/** A payout, and what it consists of: charges, refunds and other movements of the provider's balance. */
export type ProviderPayout = { payoutId: string; amount: number; currency: string; arrivesOn: string };
export type BalanceLine = {
  kind: 'charge' | 'refund' | 'dispute' | 'other';
  /** The provider's number of the refund or dispute. */
  source?: string;
  amount: number;
  fee: number;
  intent?: string;
  paymentId?: string;
};

/** Why the provider did not do it; `later` when the same request may succeed later, `missing` when it knows no such thing. */
export type ProviderFailure = { failed: string; later: boolean; missing?: boolean };
type Answer<T> = Promise<T | ProviderFailure>;

/** A provider of hosted payment pages, with one account. Requests that change something repeat without effect. */
export type PaymentProvider = {
  openSession(wanted: WantedSession): Answer<ProviderSession>;
  session(sessionId: string): Answer<ProviderSession>;
  /** Ends an open session; the answer is its state, `paid` when the patron was faster. */
  expireSession(sessionId: string): Answer<ProviderSession>;
  refund(wanted: { refundId: string; intent: string; amount: number; currency: string }): Answer<ProviderRefund>;
  /** All refunds of a payment, also those of the dashboard. */
  refundsOf(intent: string): Answer<ProviderRefund[]>;
  /** A dispute of the balance as it is now. */
  dispute(disputeId: string): Answer<ProviderDispute>;
  /** The payment of ours that an intent belongs to; none when it is not ours. */
  paymentOf(intent: string): Answer<{ paymentId: string | undefined }>;
  payouts(since: number): Answer<ProviderPayout[]>;
  balanceOf(payoutId: string): Answer<BalanceLine[]>;
};
