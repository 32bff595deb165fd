import * as z from 'zod';
import type { PaymentFact } from './payment-fact.ts';
import { fromProvider } from './provider-amount.ts';
import { disputeFrom, rawDisputeSchema } from './provider-dispute.ts';
import { rawRefundSchema, refundFrom } from './provider-refund.ts';

const metadata = z.object({ payment: z.string().optional() }).nullish();
const session = z.object({
  id: z.string(),
  amount_total: z.number().nullish(),
  currency: z.string().nullish(),
  metadata,
  client_reference_id: z.string().nullish(),
  payment_status: z.string(),
  payment_intent: z.string().nullish(),
});
const charge = z.object({
  payment_intent: z.string().nullish(),
  metadata,
});
const eventSchema = z.object({
  id: z.string().min(1).max(100),
  type: z.string(),
  data: z.object({ object: z.unknown() }),
});

/** A session as an event names it: `marked` is the payment in its metadata, which no payer can set. Minor units. */
export type NamedSession = { sessionId: string; marked?: string; amount: number; currency: string };

/**
 * An event: its id, the payment that it is about (by our id or by the provider's number), and what it says, or what to ask the provider; none of
 * both when it is not for us.
 */
export type ProviderEvent = {
  eventId: string;
  about?: { paymentId?: string; intent?: string; session?: NamedSession };
  fact?: PaymentFact;
  ask?: 'refunds';
};

type Read = Pick<ProviderEvent, 'about' | 'fact' | 'ask'>;

const aboutOf = (paymentId: string | null | undefined, intent: string | null | undefined) => ({
  ...(paymentId && { paymentId }),
  ...(intent && { intent }),
});

const ofSession = (object: unknown, ended?: 'expired' | 'failed'): Read => {
  const read = session.parse(object);
  const { client_reference_id: id, payment_status: status, payment_intent: intent, amount_total, currency } = read;
  if (!id || typeof amount_total !== 'number' || !currency) return {};
  const named = {
    ...{ sessionId: read.id, amount: fromProvider(amount_total, currency), currency: currency.toUpperCase() },
    ...(read.metadata?.payment && { marked: read.metadata.payment }),
  };
  const about = { ...aboutOf(id, intent), session: named };
  if (ended) return { about, fact: { is: 'ended', state: ended } };
  // A completed session of a slow means of payment is not paid yet: async_payment_succeeded follows.
  return status === 'paid' && intent ? { about, fact: { is: 'paid', intent } } : {};
};

// The charge names the sum of its refunds only, which also counts pending ones.
const ofCharge = (object: unknown): Read => {
  const read = charge.parse(object);
  return { about: aboutOf(read.metadata?.payment, read.payment_intent), ask: 'refunds' };
};

const ofRefund = (object: unknown): Read => {
  const read = rawRefundSchema.parse(object);
  return { about: aboutOf(undefined, read.payment_intent), fact: { is: 'refunded', refund: refundFrom(read) } };
};

const ofDispute = (object: unknown, moved?: 'withdrawn' | 'reinstated'): Read => {
  const read = rawDisputeSchema.parse(object);
  // An inquiry moves no money until it becomes a dispute.
  if (moved === undefined && read.status.startsWith('warning_')) return {};
  const isWon = moved === 'reinstated' || (moved === undefined && read.status === 'won');
  return { about: aboutOf(undefined, read.payment_intent), fact: { is: 'disputed', ...disputeFrom(read, isWon) } };
};

const readers: Readonly<Record<string, (object: unknown) => Read>> = {
  'checkout.session.completed': (object) => ofSession(object),
  'checkout.session.async_payment_succeeded': (object) => ofSession(object),
  'checkout.session.async_payment_failed': (object) => ofSession(object, 'failed'),
  'checkout.session.expired': (object) => ofSession(object, 'expired'),
  'charge.refunded': ofCharge,
  'refund.created': ofRefund,
  'refund.updated': ofRefund,
  'refund.failed': ofRefund,
  'charge.refund.updated': ofRefund,
  'charge.dispute.created': (object) => ofDispute(object),
  'charge.dispute.closed': (object) => ofDispute(object),
  'charge.dispute.funds_withdrawn': (object) => ofDispute(object, 'withdrawn'),
  'charge.dispute.funds_reinstated': (object) => ofDispute(object, 'reinstated'),
};

/** Reads an event from its body. Undefined when it is none; an event of another type has no fact. */
export const readEvent = (body: string): ProviderEvent | undefined => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return undefined;
  }
  const event = eventSchema.safeParse(parsed);
  if (!event.success) return undefined;
  const { id: eventId, type, data } = event.data;
  const reader = Object.hasOwn(readers, type) ? readers[type] : undefined;
  try {
    return { eventId, ...reader?.(data.object) };
  } catch {
    return undefined;
  }
};
