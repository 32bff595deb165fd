import { createHash } from 'node:crypto';
import { ID_RANDOM_BYTES, makeId } from '../../../layers/kernel/identity/id.ts';
import type { Idempotency } from '../../../layers/platform/http/exchange.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { openRefundWrite, paymentWrite } from '../data/payment-store.ts';
import type { ProviderDeps } from '../deps.ts';
import { mainDispute, type OnlinePayment, type Refund, refundedOf } from '../domain/online-payment.ts';
import type { PaymentAccount } from '../domain/payment-account.ts';
import { onlinePaymentView } from '../schemas/views.ts';
import { sendRefund } from './send-refund.ts';

/** Who refunds how much of which payment, and why. `now` in epoch ms. */
type Request = {
  memberId: string;
  paymentId: string;
  amount: number;
  reason: string;
  by: string;
  idempotency: Idempotency | undefined;
  now: number;
};

/** Returns the id of the refund that a repeated request finds again: of the payment, the person, the Idempotency-Key and the body. */
const idFor = ({ by, idempotency }: Request, { paymentId, at }: OnlinePayment): string | undefined => {
  if (idempotency === undefined) return undefined;
  const named = [paymentId, by, idempotency.key, idempotency.bodyHash].join('\n');
  return makeId('refund', Date.parse(at), createHash('sha256').update(named).digest().subarray(0, ID_RANDOM_BYTES));
};

/** Sends a refund that is stored, unless it was sent before. */
const finish = async (
  deps: ProviderDeps,
  account: PaymentAccount,
  { payment, refund, now }: { payment: OnlinePayment; refund: Refund; now: number },
) => {
  if (refund.state === 'failed') return refuse('provider-refused', 'The provider refused this refund.');
  const provider = refund.state === 'requested' ? await deps.providerOf(account, now) : undefined;
  const sent = provider && (await sendRefund(deps, provider, { payment, refund, now }));
  if (sent?.refused) return refuse('provider-refused', `The provider answered: ${sent.refused}.`);
  return answer(onlinePaymentView((await deps.payments.get(payment.paymentId)) ?? payment));
};

/** Requests a refund, sends it to the provider and posts it when the provider has confirmed it. A lost request is sent again later. */
export const refundPayment = async (deps: ProviderDeps, request: Request) => {
  const { memberId, paymentId, amount, reason, by, now } = request;
  const [account, before] = await Promise.all([deps.accounts.get(memberId), deps.payments.get(paymentId)]);
  if (account === undefined || before?.account !== memberId)
    return refuse('payment-not-found', 'This account has no such payment.');
  const refundId = idFor(request, before) ?? deps.ids.next('refund', now);
  const known = before.refunds.find((one) => one.refundId === refundId);
  if (known) return finish(deps, account, { payment: before, refund: known, now });
  if (before.state !== 'paid' || !['won', undefined].includes(mainDispute(before)?.state))
    return refuse('payment-not-paid', 'Only a paid payment that is not disputed can be refunded.');
  const left = before.amount - refundedOf(before, ['posted', 'requested']);
  if (amount > left) return refuse('more-than-paid', `${left} is left of the payment.`, '/body/amount');
  const refund: Refund = {
    refundId,
    amount,
    state: 'requested',
    at: iso(now),
    by,
    reason,
  };
  const after = { ...before, refunds: [...before.refunds, refund], v: before.v + 1 };
  if (await deps.table.write([paymentWrite(after), openRefundWrite(after, refund)]))
    return refuse('changed-meanwhile', 'The payment changed meanwhile.');
  return finish(deps, account, { payment: after, refund, now });
};
