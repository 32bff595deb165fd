import * as z from 'zod';
import { factSchema } from '../fact.ts';

/** A hold was cancelled or expired: `outcome` is the state in which it ended. */
export const event = {
  version: 1,
  meaning: 'A hold was cancelled or expired; its outcome says which.',
  schema: factSchema.extend({ outcome: z.string().optional() }),
} as const;
