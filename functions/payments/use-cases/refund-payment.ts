import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { paymentWrite } from '../data/payment-store.ts';
import type { ProviderDeps } from '../deps.ts';
import { type Refund, refundedOf } from '../domain/online-payment.ts';
import { onlinePaymentView } from '../schemas/views.ts';
import { sendRefund } from './send-refund.ts';

/** Who refunds how much of which payment, and why. `now` in epoch ms. */
type Request = { memberId: string; paymentId: string; amount: number; reason: string; by: string; now: number };

/** Requests a refund, sends it to the provider and posts it when the provider has confirmed it. A lost request is sent again later. */
export const refundPayment = async (deps: ProviderDeps, request: Request) => {
  const { memberId, paymentId, amount, reason, by, now } = request;
  const [account, before] = await Promise.all([deps.accounts.get(memberId), deps.payments.get(paymentId)]);
  if (account === undefined || before?.account !== memberId)
    return refuse('payment-not-found', 'This account has no such payment.');
  if (before.state !== 'paid' || before.dispute?.state === 'open' || before.dispute?.state === 'lost')
    return refuse('payment-not-paid', 'Only a paid payment that is not disputed can be refunded.');
  const left = before.amount - refundedOf(before, ['posted', 'requested']);
  if (amount > left) return refuse('more-than-paid', `${left} is left of the payment.`, '/body/amount');
  const refund: Refund = {
    refundId: deps.ids.next('refund', now),
    amount,
    state: 'requested',
    at: iso(now),
    by,
    reason,
  };
  const after = { ...before, refunds: [...before.refunds, refund], v: before.v + 1 };
  if (await deps.table.write([paymentWrite(after)]))
    return refuse('changed-meanwhile', 'The payment changed meanwhile.');
  const provider = await deps.providerOf(account, now);
  const sent = provider && (await sendRefund(deps, provider, { payment: after, refund, now }));
  if (sent?.refused) return refuse('provider-refused', `The provider answered: ${sent.refused}.`);
  return answer(onlinePaymentView((await deps.payments.get(paymentId)) ?? after));
};
