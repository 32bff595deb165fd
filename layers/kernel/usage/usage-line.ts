import * as z from 'zod';
import { evidenceSchema } from './attribution.ts';
import { wholeLine } from './short-line.ts';
import { unitsSchema } from './units.ts';

/** The services by which finance reads the platform's cost. */
export const services = ['circulation', 'search', 'catalogue', 'resource-sharing', 'administration'] as const;
export type Service = (typeof services)[number];

/** Use that is nobody's own: the public's through no library's portal, work for all members, and what no rule explains. */
export const nobodysOwn = ['public-use', 'consortium', 'unattributed'] as const;

/**
 * The one line that each request, stream record or step logs. `member` is whose use it is, `because` the rule of the
 * attribution policy that says so. It holds no patron, card or title. Fields that a logger adds
 * around it are ignored; what a short line leaves out is filled in.
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
  /** What the policy in force judges by; without it `member` and `because` stand. */
  evidence: evidenceSchema.optional(),
  status: z.int(),
  ms: z.number().nonnegative(),
  units: unitsSchema,
});
export type UsageLine = z.infer<typeof wholeSchema>;

/** Reads a line as it is logged, short or (of before) with all that it repeats; gives it whole. */
export const usageLineSchema = z.preprocess(wholeLine, wholeSchema);
