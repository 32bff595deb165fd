import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { isSigned } from '../data/event-signature.ts';
import { eventWrite } from '../data/payment-store.ts';
import type { ProviderDeps } from '../deps.ts';
import { isOwnSession } from '../domain/is-own-session.ts';
import type { OnlinePayment } from '../domain/online-payment.ts';
import type { PaymentAccount } from '../domain/payment-account.ts';
import type { PaymentFact } from '../domain/payment-fact.ts';
import { type ProviderEvent, readEvent } from '../domain/read-event.ts';
import { recordFact } from './record-fact.ts';

/** An event as it arrived: for which member's account, its body as sent, and its signature. `now` in epoch ms. */
type Arrived = { memberId: string; body: string; signature: string | undefined; now: number };

const findPayment = async (
  deps: ProviderDeps,
  account: PaymentAccount,
  about: NonNullable<ProviderEvent['about']>,
  now: number,
): Promise<OnlinePayment | undefined> => {
  const { intent } = about;
  let paymentId = about.paymentId ?? (intent && (await deps.payments.byIntent(intent)));
  if (paymentId === undefined && intent) {
    const found = await (await deps.providerOf(account, now))?.paymentOf(intent);
    // The provider sends the event again.
    if (found && 'failed' in found && found.later)
      throw new Error(`The payment provider did not answer: ${found.failed}`);
    paymentId = found && 'paymentId' in found ? found.paymentId : undefined;
  }
  const payment = paymentId ? await deps.payments.get(paymentId) : undefined;
  return payment?.account === account.memberId ? payment : undefined;
};

/** Records that a payment is paid when its refund or dispute arrives first. */
const paidFirst = async (
  deps: ProviderDeps,
  account: PaymentAccount,
  { paymentId, state, sessionId }: OnlinePayment,
  now: number,
): Promise<void> => {
  if (state === 'paid' || sessionId === undefined) return;
  const session = await (await deps.providerOf(account, now))?.session(sessionId);
  if (session && 'failed' in session) throw new Error(`The payment provider did not answer: ${session.failed}`);
  if (session?.state === 'paid' && session.intent)
    await recordFact(deps, { paymentId, fact: { is: 'paid', intent: session.intent }, now });
};

/** Asks the provider for the refunds of a payment. */
const refundsNow = async (
  deps: ProviderDeps,
  account: PaymentAccount,
  intent: string | undefined,
  now: number,
): Promise<PaymentFact[]> => {
  const refunds = intent === undefined ? [] : await (await deps.providerOf(account, now))?.refundsOf(intent);
  if (refunds && 'failed' in refunds) throw new Error(`The payment provider did not answer: ${refunds.failed}`);
  return (refunds ?? []).map((refund) => ({ is: 'refunded', refund }));
};

/**
 * Receives an event of the payment provider: checks its signature over the body as sent, and records what it says of a payment of ours,
 * once. Events that are not for us are confirmed and ignored.
 */
export const receiveEvent = async (deps: ProviderDeps, { memberId, body, signature, now }: Arrived) => {
  const account = await deps.accounts.get(memberId);
  const secrets = account && (await deps.secretsOf(account, now));
  if (account === undefined || secrets === undefined || !isSigned(signature ?? '', body, secrets.events, now))
    return refuse('bad-signature', 'The event is not signed with the secret of this account, or is too old.');
  const event = readEvent(body);
  if (event === undefined) return refuse('bad-event', 'The body is no event.');
  const { eventId, about, fact, ask } = event;
  const received = answer({ received: true as const });
  const isForUs = about !== undefined && (fact !== undefined || ask !== undefined);
  if (!isForUs || (await deps.payments.wasProcessed(memberId, eventId))) return received;
  const payment = await findPayment(deps, account, about, now);
  if (payment === undefined || (about.session && !isOwnSession(payment, about.session))) return received;
  if (fact?.is !== 'paid' && fact?.is !== 'ended') await paidFirst(deps, account, payment, now);
  const facts = fact ? [fact] : await refundsNow(deps, account, about.intent ?? payment.intent, now);
  const alsoWrite = [eventWrite({ account: memberId, eventId, now })];
  for (const [i, one] of facts.entries())
    await recordFact(deps, {
      ...{ paymentId: payment.paymentId, fact: one, now },
      ...(i === facts.length - 1 && { alsoWrite }),
    });
  return received;
};
