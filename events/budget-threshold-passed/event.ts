import * as z from 'zod';
import { monthSchema } from '../../layers/kernel/calendar/month.ts';
import { memberIdSchema } from '../../layers/kernel/identity/member-id.ts';

/** A month (`2026-11`), or a fiscal year by the calendar year in which it begins (`2026`). */
const period = z.union([monthSchema, z.string().regex(/^\d{4}$/)]);

/**
 * A threshold of a member's or the consortium's budget was passed. Redelivery keeps the same `id`. Amounts in minor units of the
 * currency, thresholds in percent of the budgeted amount.
 */
export const event = {
  version: 1,
  meaning: 'A threshold of a budget was passed.',
  schema: z.strictObject({
    id: z.string(),
    version: z.literal(1),
    owner: z.union([z.literal('consortium'), memberIdSchema]),
    measure: z.enum(['platform', 'statement']),
    span: z.enum(['month', 'year']),
    from: period,
    v: z.int().positive(),
    period,
    weighs: z.enum(['actual', 'forecast']),
    threshold: z.int().positive(),
    at: z.iso.datetime(),
    amount: z.int(),
    currency: z.string(),
    actual: z.int(),
    forecast: z.int().exactOptional(),
  }),
} as const;
