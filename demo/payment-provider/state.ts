import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

/** The objects of the provider, as its interface writes them. */
export type Session = {
  id: string;
  object: 'checkout.session';
  status: 'open' | 'complete' | 'expired';
  payment_status: 'unpaid' | 'paid';
  client_reference_id: string | null;
  amount_total: number;
  currency: string;
  expires_at: number;
  url: string | null;
  success_url: string;
  cancel_url: string;
  payment_intent: string | null;
  metadata: Record<string, string>;
  title: string;
  intentMetadata: Record<string, string>;
};
export type Charge = {
  id: string;
  object: 'charge';
  payment_intent: string;
  amount: number;
  amount_refunded: number;
  currency: string;
  created: number;
  metadata: Record<string, string>;
  dispute: string | null;
  /** Whether its refunds wait until the bank has confirmed them. */
  refundsWait: boolean;
};
export type Dispute = {
  id: string;
  object: 'dispute';
  charge: string;
  payment_intent: string;
  amount: number;
  currency: string;
  status: 'warning_needs_response' | 'needs_response' | 'won' | 'lost';
};
export type Refund = {
  id: string;
  object: 'refund';
  status: 'pending' | 'succeeded' | 'failed';
  metadata: Record<string, string>;
  amount: number;
  currency: string;
  payment_intent: string;
};
export type Balance = {
  id: string;
  object: 'balance_transaction';
  type: string;
  amount: number;
  fee: number;
  net: number;
  currency: string;
  payout: string | null;
  source: unknown;
};
export type Payout = {
  id: string;
  object: 'payout';
  amount: number;
  currency: string;
  arrival_date: number;
  status: 'paid';
};

/** All that the stand-in remembers. */
export type State = {
  sessions: Session[];
  charges: Charge[];
  refunds: Refund[];
  disputes: Dispute[];
  balance: Balance[];
  payouts: Payout[];
  /** Answers by Idempotency-Key, with the request that was made. */
  keys: Record<string, { request: string; status: number; body: unknown }>;
};

const empty = (): State => ({
  sessions: [],
  charges: [],
  refunds: [],
  disputes: [],
  balance: [],
  payouts: [],
  keys: {},
});

/** Returns an id as the provider writes them. */
export const newId = (prefix: string): string => `${prefix}_${randomBytes(12).toString('hex')}`;

/** Reads the state from a file, if there is one; `save` writes it again. */
export const openState = (file: string | undefined): { state: State; save: () => void } => {
  let state = empty();
  try {
    if (file) state = JSON.parse(readFileSync(file, 'utf8')) as State;
  } catch {
    // A first start has no file.
  }
  return { state, save: () => (file ? writeFileSync(file, JSON.stringify(state)) : undefined) };
};
