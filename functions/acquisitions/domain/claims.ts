import * as z from 'zod';
import { daysLater } from './serials/publication-days.ts';

/** How many claims of one issue or line are recorded at most. */
export const MOST_CLAIMS = 20;

/** When what did not arrive is claimed: days after it was expected, days after each claim, and claims before it is given up. */
export const claimPolicySchema = z.strictObject({
  after: z.int().min(1).max(730),
  every: z.int().min(1).max(730),
  most: z.int().min(1).max(MOST_CLAIMS),
});
export type ClaimPolicy = z.infer<typeof claimPolicySchema>;

/** A claim: the first one has number 1. */
export const claimSchema = z.strictObject({ number: z.int().min(1), on: z.iso.date() });

/** What is due for something that did not arrive. */
export const claimsDue = ['nothing', 'claim', 'give-up'] as const;
export type ClaimDue = (typeof claimsDue)[number];

/** What decides when something is late. `delayedUntil` is the day that the vendor named. */
export type Awaited = { expectedOn: string; claims: readonly { on: string }[]; delayedUntil?: string };

/** Returns the first day on which something is late: from then on it is claimed, or claimed again. */
export const lateFrom = ({ expectedOn, claims, delayedUntil }: Awaited, { after, every }: ClaimPolicy): string => {
  if (delayedUntil !== undefined) return delayedUntil;
  const last = claims.at(-1);
  return last ? daysLater(last.on, every) : daysLater(expectedOn, after);
};

/** What is due on a day of the library: a claim, or the decision to give it up once it was claimed often enough. */
export const dueOn = (awaited: Awaited, policy: ClaimPolicy, today: string): ClaimDue => {
  // A day that the vendor names after a claim may be that of the claim, which is not repeated on its day.
  const isClaimedToday = (awaited.claims.at(-1)?.on ?? '') >= today;
  if (isClaimedToday || lateFrom(awaited, policy) > today) return 'nothing';
  return awaited.claims.length >= policy.most ? 'give-up' : 'claim';
};
