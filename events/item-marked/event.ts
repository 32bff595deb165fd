import * as z from 'zod';
import { itemFactSchema } from '../fact.ts';

/** Staff changed the state of an item that is not lent, for example to `withdrawn` or `missing`. */
export const event = {
  version: 1,
  meaning: 'Staff changed the state of an item that is not lent, for example to withdrawn or missing.',
  schema: itemFactSchema.extend({ state: z.string().optional() }),
} as const;
