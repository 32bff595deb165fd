import { paymentWrite } from '../data/payment-store.ts';
import type { ProviderDeps } from '../deps.ts';
import { type OnlinePayment, SESSION_MS } from '../domain/online-payment.ts';
import type { PaymentProvider, ProviderFailure, ProviderSession } from '../domain/provider.ts';

/** Opens the provider's page of a payment, and stores its address. The payment's id is the key: repeating it opens no second page. */
export const openSession = async (
  deps: Pick<ProviderDeps, 'table' | 'site'>,
  provider: PaymentProvider,
  payment: OnlinePayment,
): Promise<ProviderSession | ProviderFailure> => {
  const { paymentId, amount, currency } = payment;
  const session = await provider.openSession({
    ...{ paymentId, amount, currency, title: 'Library fees' },
    returnTo: `${await deps.site()}/account/payments/${paymentId}`,
    expiresAt: Date.parse(payment.at) + SESSION_MS,
  });
  if ('failed' in session) return session;
  const { sessionId, url } = session;
  // Another request stored the same session when this write fails.
  await deps.table.write([paymentWrite({ ...payment, sessionId, ...(url && { url }), v: payment.v + 1 })]);
  return session;
};
