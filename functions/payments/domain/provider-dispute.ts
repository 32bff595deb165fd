import * as z from 'zod';
import type { PaymentFact } from './payment-fact.ts';
import { fromProvider } from './provider-amount.ts';

/** A dispute as the provider writes it. */
export const rawDisputeSchema = z.object({
  id: z.string(),
  payment_intent: z.string().nullish(),
  amount: z.number(),
  currency: z.string(),
  status: z.string(),
});

/** A dispute at the provider that took money, as it is now. Minor units. */
export type ProviderDispute = Omit<Extract<PaymentFact, { is: 'disputed' }>, 'is'>;

/** Reads a dispute of the provider that took money. `isWon`: its money was returned, whatever its status says. */
export const disputeFrom = (
  { id: disputeId, amount, currency, status }: z.infer<typeof rawDisputeSchema>,
  isWon = status === 'won',
): ProviderDispute => ({
  ...{ disputeId, amount: fromProvider(amount, currency) },
  state: isWon ? 'won' : status === 'lost' ? 'lost' : 'open',
});
