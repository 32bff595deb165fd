import * as z from 'zod';
import { alertSchema } from '../../functions/finance/domain/budgets/alert.ts';

/** A threshold of a member's or the consortium's budget was passed. Redelivery keeps the same `id`. */
export const event = {
  version: 1,
  meaning: 'A threshold of a budget was passed.',
  schema: alertSchema.extend({ id: z.string(), version: z.literal(1) }),
} as const;
