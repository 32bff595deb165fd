import * as z from 'zod';
import { branchIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { holdStates } from '../../items/public/hold-states.ts';
import { keysOf } from './loans.ts';
import { namedPatronSchema } from './named-patron.ts';

/** A hold as returned; `place` starts at 1 for the next, and is omitted when the hold does not wait any more. */
export const holdViewSchema = z.strictObject({
  holdId: z.string(),
  /** Empty when the reader may not see the title. */
  recordId: z.string(),
  title: z.string().optional(),
  /** The object of the hold, with the details unless it is any copy of the title. */
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
   * The estimated wait: the number of copies that could fill it, and the days if each were lent for its whole period to each earlier
   * hold; no days when no copy can.
   */
  wait: z.strictObject({ copies: z.number().int(), days: z.number().int().optional() }).optional(),
  /** Since when no copy in the consortium could fill it. */
  hopelessSince: z.string().optional(),
});

export type HoldView = z.infer<typeof holdViewSchema>;

/**
 * A hold in a queue for staff: the patron's library always, the patron's id only when the hold concerns the desk's library, and in lists
 * name and card of the library's own patrons.
 */
export const queuedHoldSchema = z.strictObject({
  ...holdViewSchema.shape,
  patronMember: z.string(),
  patronId: z.string().optional(),
  patron: namedPatronSchema.optional(),
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
