import type { OnlinePayment } from './online-payment.ts';
import type { NamedSession } from './read-event.ts';

/**
 * Returns whether a session is that of a payment. A payer sets the reference of another page of the same account, such as a payment link, so
 * that the reference alone proves nothing: the session is the one that was opened, of the payment's amount. The metadata of a session, which
 * only the account sets, stand for a session that was opened and not stored.
 */
export const isOwnSession = (
  { paymentId, sessionId, amount, currency }: OnlinePayment,
  { sessionId: named, marked, amount: total, currency: of }: NamedSession,
): boolean =>
  (sessionId === undefined ? marked === paymentId : named === sessionId) && total === amount && of === currency;
