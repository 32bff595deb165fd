import * as z from 'zod';
import { itemFactSchema } from '../fact.ts';

/** An item was checked out. */
export const event = {
  version: 1,
  meaning: 'An item was lent.',
  schema: itemFactSchema.extend({ due: z.iso.datetime() }),
} as const;
