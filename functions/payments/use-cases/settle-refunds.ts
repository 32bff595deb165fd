import type { ProviderDeps } from '../deps.ts';
import type { PaymentProvider } from '../domain/provider.ts';
import { recordFact } from './record-fact.ts';
import { sendRefund } from './send-refund.ts';

/** How long a request is sent again: the provider forgets its key after 24 hours, and would make a second refund. */
const SENDABLE_MS = 23 * 3_600_000;

const settleOne = async (
  deps: ProviderDeps,
  provider: PaymentProvider,
  { paymentId, refundId, now }: { paymentId: string; refundId: string; now: number },
): Promise<void> => {
  const payment = await deps.payments.get(paymentId);
  const refund = payment?.refunds.find((one) => one.refundId === refundId);
  if (payment?.intent === undefined || refund?.state !== 'requested') return;
  const made = await provider.refundsOf(payment.intent);
  if ('failed' in made) return;
  const found = made.find((one) => one.refundId === refundId);
  if (found === undefined && now < Date.parse(refund.at) + SENDABLE_MS) {
    await sendRefund(deps, provider, { payment, refund, now });
    return;
  }
  // The provider never got an old request: staff may make the refund anew.
  const fact = found ?? { refundId, amount: refund.amount, state: 'failed' as const };
  await recordFact(deps, { paymentId, fact: { is: 'refunded', refund: fact }, now });
};

/** Asks the provider about each open refund of an account, and sends again what it never got. `now` in epoch ms. */
export const settleRefunds = async (
  deps: ProviderDeps,
  provider: PaymentProvider,
  account: string,
  now: number,
): Promise<void> => {
  for (const open of await deps.payments.openRefunds(account)) await settleOne(deps, provider, { ...open, now });
};
