import * as z from 'zod';
import { itemFactSchema } from '../fact.ts';

/** A loan was renewed. */
export const event = {
  version: 1,
  meaning: 'A loan was renewed.',
  schema: itemFactSchema.extend({ due: z.iso.datetime() }),
} as const;
