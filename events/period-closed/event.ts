import * as z from 'zod';
import { monthSchema } from '../../layers/kernel/calendar/month.ts';

/** A month was closed: its statements are final. It concerns all members. */
export const event = {
  version: 1,
  meaning: 'A month was closed: the statements of all members are final. It concerns all members.',
  schema: z.strictObject({ id: z.string(), version: z.literal(1), at: z.iso.datetime(), month: monthSchema }),
} as const;
