import * as z from 'zod';
import type { VersionPeriod } from '../domain/versions.ts';

const periodSchema = z.object({ version: z.int(), from: z.string(), until: z.string().optional() });

/**
 * The item that is written with each adoption, so that readers need no history. `kinds` has for each kind the number of the last version, the
 * periods in force since the last adoption, and whether other versions exist, which only questions about the past need.
 */
export const inForceSchema = z.object({
  v: z.int(),
  kinds: z.record(z.string(), z.object({ last: z.int(), older: z.boolean(), periods: z.array(periodSchema) })),
});
export type PoliciesInForce = z.infer<typeof inForceSchema>;

/** A kind of which no version was adopted. */
export const noneOf: { last: number; older: boolean; periods: VersionPeriod[] } = {
  last: 0,
  older: false,
  periods: [],
};
