import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';

/** What became of a dispute: not answered yet, or the last answer of the consortium. */
export const disputeStates = ['open', 'upheld', 'rejected'] as const;
export type DisputeState = (typeof disputeStates)[number];

/** One thing said: by whom (the actor's name), for the member or for the consortium, when; `decides` where it answers. */
const saidSchema = z.strictObject({
  at: z.iso.datetime(),
  by: z.string(),
  side: z.enum(['member', 'consortium']),
  text: z.string().min(1).max(2000),
  decides: z.enum(['upheld', 'rejected']).exactOptional(),
});
export type Said = z.infer<typeof saidSchema>;

/** What a member and the consortium said of a line: the thread is kept, nothing of it is taken back. */
export const disputeSchema = z.strictObject({
  memberId: z.string(),
  month: monthSchema,
  lineId: z.string(),
  state: z.enum(disputeStates),
  since: z.iso.datetime(),
  thread: z.array(saidSchema).min(1),
});
export type Dispute = z.infer<typeof disputeSchema>;

/** A thread holds so much: what is longer is settled by people who meet. */
const MOST = 100;

/** Why something cannot be said. */
export type DisputeRefusal = 'not-disputed' | 'nothing-to-answer' | 'thread-full';

/**
 * A dispute after something was said. The member begins it, and opens it anew by whatever it says later; the consortium's
 * answer decides it. An upheld line is put right by a correction in an open period: the statement itself never changes.
 * Refuses `not-disputed` (the member begins), `nothing-to-answer` (decided already, and the member has said nothing since), `thread-full`.
 */
export const say = (
  dispute: Dispute | undefined,
  place: Pick<Dispute, 'memberId' | 'month' | 'lineId'>,
  said: Said,
): Dispute | DisputeRefusal => {
  if (!dispute) {
    if (said.side === 'consortium') return 'not-disputed';
    return { ...place, state: 'open', since: said.at, thread: [said] };
  }
  if (dispute.thread.length >= MOST) return 'thread-full';
  if (said.decides !== undefined && dispute.state !== 'open') return 'nothing-to-answer';
  const thread = [...dispute.thread, said];
  const reopened = said.side === 'member' && dispute.state !== 'open';
  if (reopened) return { ...dispute, state: 'open', since: said.at, thread };
  return { ...dispute, state: said.decides ?? dispute.state, thread };
};
