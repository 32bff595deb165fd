import * as z from 'zod';
import { policyKind } from './policy-kind.ts';

/** Block codes that stop an act; `all` is every block. */
const stopping = z.union([z.literal('all'), z.array(z.string().min(1).max(40)).max(50)]);

/** What a patron's blocks can stop of a hold: placing it, its taking of a copy, and its pickup (C27). */
export const blockedActs = ['hold', 'capture', 'fulfil'] as const;
export type BlockedAct = (typeof blockedActs)[number];

/**
 * How holds are placed, changed and ended: adopted by the consortium like every policy. All defaults together are what
 * holds without one.
 */
export const holdsSchema = z.strictObject({
  maxDuplicates: z
    .int()
    .min(1)
    .max(20)
    .default(1)
    .describe('How many open holds for one title a patron may have, with what of it is lent to the patron (C28)'),
  /** Two settings for a copy that stands on a shelf of the pickup branch: say so, or refuse the hold (C29). */
  localCopyAlert: z.boolean().default(false),
  localCopyBlock: z.boolean().default(false),
  /** Which blocks stop what. A hold already placed is not touched by a block that only stops new ones (C27). */
  blocks: z
    .strictObject({
      hold: stopping.default('all'),
      capture: stopping.default([]),
      fulfil: stopping.default('all'),
    })
    .prefault({}),
  maxOverdue: z
    .int()
    .min(1)
    .max(1000)
    .nullable()
    .default(null)
    .describe('From how many overdue loans on nothing may be held; null is no limit (C35)'),
  restoredGoesLast: z
    .boolean()
    .default(false)
    .describe('Whether a cancelled hold that is restored waits from now on instead of at its old place (C64)'),
  maxSuspendedDays: z.int().min(1).max(3650).default(366).describe('How far ahead a suspension may end'),
});
export type HoldsPolicy = z.infer<typeof holdsSchema>;

/** What is done before the consortium adopts anything. */
export const defaultHolds: HoldsPolicy = holdsSchema.parse({});

export const holdsKind = policyKind('holds', holdsSchema);
