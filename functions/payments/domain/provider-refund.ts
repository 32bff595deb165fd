import * as z from 'zod';
import { fromProvider } from './provider-amount.ts';

/** A refund as the provider writes it. */
export const rawRefundSchema = z.object({
  id: z.string(),
  amount: z.number(),
  currency: z.string(),
  status: z.string().nullish(),
  payment_intent: z.string().nullish(),
  metadata: z.object({ refund: z.string().optional() }).nullish(),
});

/** A refund at the provider: `reference` is its number there, `refundId` ours when it was requested here. Minor units. */
export type ProviderRefund = {
  reference: string;
  refundId?: string;
  amount: number;
  state: 'pending' | 'done' | 'failed';
};

const states: Readonly<Record<string, ProviderRefund['state']>> = {
  succeeded: 'done',
  failed: 'failed',
  canceled: 'failed',
};

/** Reads a refund of the provider. */
export const refundFrom = ({ id, amount, currency, status, metadata }: z.infer<typeof rawRefundSchema>) => ({
  reference: id,
  amount: fromProvider(amount, currency),
  state: states[status ?? ''] ?? ('pending' as const),
  ...(metadata?.refund && { refundId: metadata.refund }),
});
