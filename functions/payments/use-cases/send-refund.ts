import type { ProviderDeps } from '../deps.ts';
import type { OnlinePayment, Refund } from '../domain/online-payment.ts';
import type { PaymentProvider } from '../domain/provider.ts';
import { recordFact } from './record-fact.ts';

type Deps = Pick<ProviderDeps, 'table' | 'payments' | 'bills' | 'ids'>;

/**
 * Sends a requested refund to the provider and posts it when it is done. The refund's id is the key: repeating it returns no money twice.
 * Returns the provider's refusal, if it refused for good.
 */
export const sendRefund = async (
  deps: Deps,
  provider: PaymentProvider,
  { payment, refund, now }: { payment: OnlinePayment; refund: Refund; now: number },
): Promise<{ refused?: string }> => {
  const { paymentId, intent = '', currency } = payment;
  const { refundId, amount } = refund;
  const sent = await provider.refund({ refundId, intent, amount, currency });
  if ('failed' in sent && sent.later) return {};
  const state = 'failed' in sent ? ('failed' as const) : sent.state;
  const fact = 'failed' in sent ? { refundId, amount, state } : { ...sent, refundId };
  await recordFact(deps, { paymentId, fact: { is: 'refunded', refund: fact }, now });
  return state === 'failed' ? { refused: 'failed' in sent ? sent.failed : state } : {};
};
