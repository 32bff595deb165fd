import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { PaymentDeps } from '../deps.ts';
import { myPaymentView } from '../schemas/views.ts';

/** Shows an online payment of the patron: the state that the provider confirmed, and its page while it is open. `now` in epoch ms. */
export const showPayment = async (deps: PaymentDeps, patronId: string, paymentId: string, now: number) => {
  const payment = await deps.payments.get(paymentId);
  return payment?.patron?.patronId === patronId
    ? answer(myPaymentView(payment, now))
    : refuse('payment-not-found', 'You have no such payment.');
};
