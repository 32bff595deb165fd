import { retryOnConflict } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import { paymentWrite } from '../data/payment-store.ts';
import type { ProviderDeps } from '../deps.ts';
import { type OnlinePayment, type Refund, refundedOf } from '../domain/online-payment.ts';
import type { PaymentProvider } from '../domain/provider.ts';
import { recordFact } from './record-fact.ts';

type Deps = Pick<ProviderDeps, 'table' | 'payments' | 'ids'>;

const markFailed = (deps: Deps, paymentId: string, refundId: string): Promise<true> =>
  retryOnConflict(`Refund ${refundId}`, async () => {
    const before = await deps.payments.get(paymentId);
    if (before === undefined) return true;
    const refunds = before.refunds.map((one) =>
      one.refundId === refundId && one.state === 'requested' ? { ...one, state: 'failed' as const } : one,
    );
    const written = await deps.table.write([paymentWrite({ ...before, refunds, v: before.v + 1 })]);
    return written === undefined ? true : undefined;
  });

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
  if ('failed' in sent) {
    if (sent.later) return {};
    await markFailed(deps, paymentId, refundId);
    return { refused: sent.failed };
  }
  // Its event may have come already: the total says what is posted.
  const total = refundedOf(payment, ['posted']) + amount;
  if (sent.done) await recordFact(deps, { paymentId, fact: { is: 'refunded', total }, now });
  return {};
};
