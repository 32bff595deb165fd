import * as z from 'zod';
import { formats } from '../../../layers/protocols/marc/formats.ts';
import type { Hold } from '../../items/public/hold.ts';
import { holdStates } from '../../items/public/hold-states.ts';

const states = Object.keys(holdStates.states) as (keyof typeof holdStates.states)[];
const stored = z.object({
  holdId: z.string(),
  recordId: z.string(),
  itemId: z.string().exactOptional(),
  part: z.string().exactOptional(),
  editions: z.array(z.string()).exactOptional(),
  formats: z.array(z.enum(formats)).exactOptional(),
  editionsAt: z.string().exactOptional(),
  patronId: z.string(),
  patronMember: z.string(),
  patronCategory: z.string(),
  patronResidence: z.string().exactOptional(),
  pickupBranch: z.string(),
  placedAt: z.string(),
  queuedAt: z.string().exactOptional(),
  neededUntil: z.string().exactOptional(),
  suspended: z.object({ from: z.string(), until: z.string().exactOptional() }).exactOptional(),
  hopelessSince: z.string().exactOptional(),
  priority: z.number(),
  state: z.enum(states),
  targetItemId: z.string().exactOptional(),
  targetedAt: z.string().exactOptional(),
  lookAt: z.string().exactOptional(),
  shelfExpiresAt: z.string().exactOptional(),
  agreed: z
    .object({ due: z.string().exactOptional(), conditions: z.array(z.string()).exactOptional() })
    .exactOptional(),
  recalledItemId: z.string().exactOptional(),
  placedWith: z.string().exactOptional(),
  ended: z.object({ at: z.string(), cause: z.string() }).exactOptional(),
  v: z.number(),
});

/** Parses a hold from a stored item. */
export const readHold = (item: unknown): Hold => stored.parse(item);
