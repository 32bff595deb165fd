import * as z from 'zod';
import { factSchema } from '../fact.ts';

/** A copy waits on the hold shelf for the patron of a hold. */
export const event = {
  version: 1,
  meaning: 'A copy waits on the hold shelf for the patron of a hold.',
  schema: factSchema.extend({ itemId: z.string().optional() }),
} as const;
