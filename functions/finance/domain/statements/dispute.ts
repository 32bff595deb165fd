import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';

/**
 * The state of a dispute: not answered yet; upheld, until a second person corrects the line; corrected; or rejected, also when that
 * second person declines the correction.
 */
export const disputeStates = ['open', 'upheld', 'rejected', 'corrected'] as const;
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
  /** The month whose statement has the correction. */
  correctedIn: monthSchema.exactOptional(),
  thread: z.array(contributionSchema).min(1),
});
export type Dispute = z.infer<typeof disputeSchema>;

/** The maximum number of contributions to a thread: longer disputes are settled in person. */
const MOST = 100;

/** The reason why a contribution is refused. */
export type DisputeRefusal = 'not-disputed' | 'nothing-to-answer' | 'own-decision' | 'thread-full';

/** Returns who upheld a dispute that waits for its correction. */
const upheldBy = ({ state, thread }: Dispute): string | undefined =>
  state === 'upheld' ? thread.findLast(({ decides }) => decides === 'upheld')?.by : undefined;

/**
 * Adds a contribution to a dispute. The member begins it, and reopens it by every later contribution; the consortium's answer
 * decides it. An upheld line is corrected in an open period: the statement itself never changes. A person other than the one who upheld
 * it may decline the correction by rejecting the dispute. Refuses `not-disputed` (the member begins), `nothing-to-answer` (decided
 * already, and the member has stated nothing since), `own-decision` (the same person declines), `thread-full`.
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
  const declines = dispute.state === 'upheld' && contribution.decides === 'rejected';
  if (declines && upheldBy(dispute) === contribution.by) return 'own-decision';
  if (contribution.decides !== undefined && dispute.state !== 'open' && !declines) return 'nothing-to-answer';
  const thread = [...dispute.thread, contribution];
  const reopened = contribution.side === 'member' && dispute.state !== 'open';
  const { correctedIn: _, ...before } = dispute;
  if (reopened) return { ...before, state: 'open', since: contribution.at, thread };
  return { ...dispute, state: contribution.decides ?? dispute.state, thread };
};

/**
 * Returns the dispute of a line once its correction is entered into a month by `by`; undefined when it waits for none. Refuses
 * `own-decision`: who upheld it does not enter the correction.
 */
export const corrected = (
  dispute: Dispute | undefined,
  { by, month }: { by: string; month: string },
): Dispute | 'own-decision' | undefined => {
  if (dispute?.state !== 'upheld') return undefined;
  return upheldBy(dispute) === by ? 'own-decision' : { ...dispute, state: 'corrected', correctedIn: month };
};

/** Returns the dispute of a line once its correction is withdrawn from a month: it waits again. Undefined when it was not corrected there. */
export const uncorrected = (dispute: Dispute | undefined, month: string): Dispute | undefined => {
  if (dispute?.state !== 'corrected' || dispute.correctedIn !== month) return undefined;
  const { correctedIn: _, ...rest } = dispute;
  return { ...rest, state: 'upheld' };
};
