import * as z from 'zod';
import { branchIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { holdStates } from '../../items/public/hold-states.ts';
import { keysOf } from './loans.ts';

/** A hold as shown; `place` counts from 1 for the next, and is left out when it does not wait any more. */
export const holdViewSchema = z.strictObject({
  holdId: z.string(),
  /** Empty where the reader may not know what is wanted. */
  recordId: z.string(),
  title: z.string().optional(),
  /** How much it leaves open, and for what it is when that is not any copy of the title. */
  level: z.enum(['work', 'title', 'part', 'copy']),
  itemId: z.string().optional(),
  part: z.string().optional(),
  editions: z.array(z.string()).optional(),
  pickupBranch: branchIdSchema,
  placedAt: z.string(),
  state: z.enum(keysOf(holdStates.states)),
  place: z.number().int().optional(),
  shelfExpiresAt: z.string().optional(),
  neededUntil: z.string().optional(),
  suspended: z.strictObject({ from: z.string(), until: z.string().optional() }).optional(),
  /**
   * How long it may wait: an estimate, not a promise. The copies that could fill it, and days as if each were lent for its
   * whole period to each of those before; no days where no copy can.
   */
  wait: z.strictObject({ copies: z.number().int(), days: z.number().int().optional() }).optional(),
  /** Since when no copy in the consortium could fill it. */
  hopelessSince: z.string().optional(),
});

export type HoldView = z.infer<typeof holdViewSchema>;

/** A hold as staff see it in a queue: whose patron waits, by library; which one, only where the hold is theirs to handle. */
export const queuedHoldSchema = z.strictObject({
  ...holdViewSchema.shape,
  patronMember: z.string(),
  patronId: z.string().optional(),
});

export type QueuedHold = z.infer<typeof queuedHoldSchema>;

export const exampleHold: HoldView = {
  holdId: 'hld_01kb0000000000000000000000',
  recordId: 'rec_01kb0000000000000000000000',
  title: 'Emma',
  level: 'title',
  pickupBranch: 'lakeshore.main',
  placedAt: '2026-11-24T15:00:00.000Z',
  state: 'placed',
  place: 1,
};
