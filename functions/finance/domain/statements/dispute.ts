import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';

/** The state of a dispute: not answered yet, or the last answer of the consortium. */
export const disputeStates = ['open', 'upheld', 'rejected'] as const;
export type DisputeState = (typeof disputeStates)[number];

/** A contribution to a dispute: by whom (the actor's name), for the member or for the consortium, when; `decides` where it answers. */
const contributionSchema = z.strictObject({
  at: z.iso.datetime(),
  by: z.string(),
  side: z.enum(['member', 'consortium']),
  text: z.string().min(1).max(2000),
  decides: z.enum(['upheld', 'rejected']).exactOptional(),
});
export type Contribution = z.infer<typeof contributionSchema>;

/** The dispute of a line: what the member and the consortium stated about it. Nothing is removed from its thread. */
export const disputeSchema = z.strictObject({
  memberId: z.string(),
  month: monthSchema,
  lineId: z.string(),
  state: z.enum(disputeStates),
  since: z.iso.datetime(),
  thread: z.array(contributionSchema).min(1),
});
export type Dispute = z.infer<typeof disputeSchema>;

/** The maximum number of contributions to a thread: longer disputes are settled in person. */
const MOST = 100;

/** The reason why a contribution is refused. */
export type DisputeRefusal = 'not-disputed' | 'nothing-to-answer' | 'thread-full';

/**
 * Adds a contribution to a dispute. The member begins it, and reopens it by every later contribution; the consortium's answer
 * decides it. An upheld line is corrected in an open period: the statement itself never changes. Refuses `not-disputed` (the member
 * begins), `nothing-to-answer` (decided already, and the member has stated nothing since), `thread-full`.
 */
export const contribute = (
  dispute: Dispute | undefined,
  place: Pick<Dispute, 'memberId' | 'month' | 'lineId'>,
  contribution: Contribution,
): Dispute | DisputeRefusal => {
  if (!dispute) {
    if (contribution.side === 'consortium') return 'not-disputed';
    return { ...place, state: 'open', since: contribution.at, thread: [contribution] };
  }
  if (dispute.thread.length >= MOST) return 'thread-full';
  if (contribution.decides !== undefined && dispute.state !== 'open') return 'nothing-to-answer';
  const thread = [...dispute.thread, contribution];
  const reopened = contribution.side === 'member' && dispute.state !== 'open';
  if (reopened) return { ...dispute, state: 'open', since: contribution.at, thread };
  return { ...dispute, state: contribution.decides ?? dispute.state, thread };
};
