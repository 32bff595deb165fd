import * as z from 'zod';
import { itemFactSchema } from '../fact.ts';

/** An item was checked in; `state` is its resulting state. */
export const event = {
  version: 1,
  meaning: 'An item was scanned at a check-in; its state is what became of it.',
  schema: itemFactSchema.extend({ state: z.string() }),
} as const;
