import type { OnlinePayment } from './online-payment.ts';
import type { FactContext, FactEffect, PaymentFact } from './payment-fact.ts';
import { takeMoney } from './take-money.ts';

type DisputeFact = Omit<Extract<PaymentFact, { is: 'disputed' }>, 'is'>;

/**
 * Applies the state of one dispute of a payment: one that took money opens the bills again, at most for what is left of the payment; one that
 * is won, also after it was lost, closes them. A won dispute stays won.
 */
export const applyDispute = (
  payment: OnlinePayment,
  { disputeId, amount, state }: DisputeFact,
  { at }: FactContext,
): FactEffect | undefined => {
  const known = payment.disputes.find((one) => one.disputeId === disputeId);
  if (known?.state === state || known?.state === 'won' || (known?.state === 'lost' && state === 'open'))
    return undefined;
  const lines = known?.lines ?? (state === 'won' ? [] : takeMoney(payment, amount));
  const others = payment.disputes.filter((one) => one.disputeId !== disputeId);
  const after = { ...payment, disputes: [...others, { disputeId, amount, state, at, lines }] };
  const act = state === 'won' ? ('dispute-won' as const) : known ? undefined : ('disputed' as const);
  return act && lines.length > 0 ? { after, act, lines } : { after, lines: [] };
};
