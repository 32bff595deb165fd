import type { ProviderDeps } from '../deps.ts';
import type { OnlinePayment } from '../domain/online-payment.ts';
import type { PaymentProvider } from '../domain/provider.ts';
import { openSession } from './open-session.ts';
import { recordFact } from './record-fact.ts';

type Deps = Pick<ProviderDeps, 'table' | 'site' | 'payments' | 'bills' | 'ids'>;

/** For how long a page that the provider does not know may still be paid. */
const GONE_MS = 3_600_000;

/**
 * Ends the provider's page of an open payment, or records that it was paid. Returns the payment afterwards, still open while the provider
 * processes it or cannot be reached. `now` in epoch ms.
 */
export const endSession = async (
  deps: Deps,
  provider: PaymentProvider,
  payment: OnlinePayment,
  now: number,
): Promise<OnlinePayment> => {
  const { paymentId } = payment;
  // A worker that stopped after it stored the payment may have opened the page: the same request returns it.
  const known = payment.sessionId === undefined ? await openSession(deps, provider, payment) : undefined;
  if (known && 'failed' in known && known.later) return payment;
  const sessionId = payment.sessionId ?? (known && 'sessionId' in known ? known.sessionId : undefined);
  const asked = sessionId === undefined ? { state: 'expired' as const } : await provider.expireSession(sessionId);
  // The member has another account at the provider since: nobody can pay on a page of the earlier one that has ended.
  const isGone = 'failed' in asked && asked.missing === true && now > Date.parse(payment.at) + GONE_MS;
  const session = isGone ? { state: 'expired' as const } : asked;
  if ('failed' in session) return payment;
  const paid = session.state === 'paid' && 'intent' in session ? session.intent : undefined;
  const fact =
    paid !== undefined
      ? { is: 'paid' as const, intent: paid }
      : session.state === 'expired'
        ? { is: 'ended' as const, state: 'expired' as const }
        : undefined;
  if (fact === undefined) return payment;
  return (await recordFact(deps, { paymentId, fact, now })).payment ?? payment;
};
