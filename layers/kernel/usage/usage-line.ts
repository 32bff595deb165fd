import * as z from 'zod';
import { evidenceSchema } from './attribution.ts';
import { wholeLine } from './short-line.ts';
import { unitsSchema } from './units.ts';

/** The services by which finance reports the platform's cost. */
export const services = ['circulation', 'search', 'catalogue', 'resource-sharing', 'administration'] as const;
export type Service = (typeof services)[number];

/** Use without a member: public use through no library's portal, work for all members, and use that no rule explains. */
export const nobodysOwn = ['public-use', 'consortium', 'unattributed'] as const;

/**
 * The log line of each request, stream record or step. `member` is the member whose use it is, `because` the deciding rule of the
 * attribution policy. It contains no patron, card or title. Fields that a logger adds are ignored; the omitted fields of a short line
 * are restored.
 */
const wholeSchema = z.object({
  t: z.literal('usage'),
  requestId: z.string().min(1),
  lambdaRequestId: z.string().min(1),
  at: z.iso.datetime(),
  operation: z.string().min(1),
  context: z.string().min(1),
  service: z.enum(services),
  member: z.string().min(1),
  because: z.string().min(1),
  /** The evidence for the policy in force; without it `member` and `because` apply. */
  evidence: evidenceSchema.optional(),
  status: z.int(),
  ms: z.number().nonnegative(),
  units: unitsSchema,
});
export type UsageLine = z.infer<typeof wholeSchema>;

/** Parses a logged line, short or complete; returns it complete. */
export const usageLineSchema = z.preprocess(wholeLine, wholeSchema);
