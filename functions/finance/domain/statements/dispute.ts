import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';

/**
 * The state of a dispute: not answered yet; upheld, until corrections by other persons sum to the upheld amount; corrected; or rejected,
 * also when another person declines the rest of an upheld amount.
 */
export const disputeStates = ['open', 'upheld', 'rejected', 'corrected'] as const;
export type DisputeState = (typeof disputeStates)[number];

const upheldAmountSchema = z.int().positive().describe('By how much the member pays less for the line, in minor units');

/**
 * A contribution to a dispute: by whom (the actor's name), for the member or for the consortium, when; `decides` where it answers, with
 * the upheld `amount`; `reopens` where the member disputes the answer.
 */
const contributionSchema = z.strictObject({
  at: z.iso.datetime(),
  by: z.string(),
  side: z.enum(['member', 'consortium']),
  text: z.string().min(1).max(2000),
  decides: z.enum(['upheld', 'rejected']).exactOptional(),
  amount: upheldAmountSchema.exactOptional(),
  reopens: z.literal(true).exactOptional(),
});
export type Contribution = z.infer<typeof contributionSchema>;

/** A correction of the line, or a credit that names it: by how much the member pays less, in minor units; negative where it pays more. */
const disputeCorrectionSchema = z.strictObject({
  month: monthSchema,
  lineId: z.string(),
  amount: z.int(),
  by: z.string(),
});
export type DisputeCorrection = z.infer<typeof disputeCorrectionSchema>;

/** The dispute of a line: what the member and the consortium stated about it. Nothing is removed from its thread. */
export const disputeSchema = z.strictObject({
  memberId: z.string(),
  month: monthSchema,
  lineId: z.string(),
  state: z.enum(disputeStates),
  since: z.iso.datetime(),
  upheldAmount: upheldAmountSchema.exactOptional(),
  /** What was entered for the line since it is disputed, in any state. */
  corrections: z.array(disputeCorrectionSchema).exactOptional(),
  /** The month whose statement completes the correction. */
  correctedIn: monthSchema.exactOptional(),
  thread: z.array(contributionSchema).min(1),
});
export type Dispute = z.infer<typeof disputeSchema>;

/** The maximum number of contributions to a thread: longer disputes are settled in person. */
const MOST = 100;

/** The reason why a contribution is refused. */
export type DisputeRefusal = 'not-disputed' | 'nothing-to-answer' | 'own-decision' | 'beyond-line' | 'thread-full';

/** Returns the last answer that upheld the dispute, also when the member has reopened it since. */
const lastUpheld = ({ thread }: Dispute): Contribution | undefined =>
  thread.findLast(({ decides }) => decides === 'upheld');

/** Returns by how much the corrections of a dispute lower what the member pays. */
export const correctedSum = ({ corrections = [] }: Pick<Dispute, 'corrections'>): number =>
  corrections.reduce((sum, { amount }) => sum + amount, 0);

/** Returns an upheld or corrected dispute in the state that its corrections give it. */
const settled = (dispute: Dispute): Dispute => {
  if (dispute.state !== 'upheld' && dispute.state !== 'corrected') return dispute;
  const { correctedIn: _, ...rest } = dispute;
  const last = dispute.corrections?.at(-1);
  // Disputes that were upheld before amounts were stored end with any correction.
  return last !== undefined && correctedSum(dispute) >= (dispute.upheldAmount ?? 1)
    ? { ...rest, state: 'corrected', correctedIn: last.month }
    : { ...rest, state: 'upheld' };
};

/** Returns why a person must not give this answer: it takes back what the same person upheld, or confirms an own correction. */
const refusedAnswer = (dispute: Dispute, { by, decides, amount = 0 }: Contribution, most: number) => {
  const { state, corrections = [] } = dispute;
  if (decides === undefined) return undefined;
  if (state !== 'open' && !(state === 'upheld' && decides === 'rejected')) return 'nothing-to-answer';
  const before = lastUpheld(dispute);
  const takesBack = decides === 'rejected' || amount < (before?.amount ?? 0);
  if (before?.by === by && takesBack) return 'own-decision';
  if (decides !== 'upheld') return undefined;
  if (corrections.some((one) => one.by === by)) return 'own-decision';
  return amount > most ? 'beyond-line' : undefined;
};

const answered = (dispute: Dispute, { decides, amount }: Contribution): Dispute => {
  if (decides === undefined) return dispute;
  if (decides === 'rejected') return { ...dispute, state: 'rejected' };
  return settled({ ...dispute, state: 'upheld', ...(amount !== undefined && { upheldAmount: amount }) });
};

/**
 * Adds a contribution to a dispute. The member begins it and may reopen a decided one by `reopens`; a comment changes no state. The
 * consortium's answer decides it, and upholds at most the amount of the line without its sign (`most`). An upheld line is corrected in an
 * open period: the statement itself never changes. A person other than the one who upheld it may decline the rest by rejecting the
 * dispute, also after it was reopened. Refuses `not-disputed` (the member begins), `nothing-to-answer` (decided already), `own-decision`
 * (the same person declines, lowers or confirms), `beyond-line`, `thread-full`.
 */
export const contribute = (
  dispute: Dispute | undefined,
  place: Pick<Dispute, 'memberId' | 'month' | 'lineId'>,
  { reopens, ...contribution }: Contribution,
  most: number,
): Dispute | DisputeRefusal => {
  if (!dispute) {
    if (contribution.side === 'consortium') return 'not-disputed';
    return { ...place, state: 'open', since: contribution.at, thread: [contribution] };
  }
  if (dispute.thread.length >= MOST) return 'thread-full';
  const refused = refusedAnswer(dispute, contribution, most);
  if (refused) return refused;
  if (contribution.side === 'member' && reopens && dispute.state !== 'open') {
    const { correctedIn: _, upheldAmount: _upheld, ...before } = dispute;
    const thread = [...dispute.thread, { ...contribution, reopens }];
    return { ...before, state: 'open', since: contribution.at, thread };
  }
  return answered({ ...dispute, thread: [...dispute.thread, contribution] }, contribution);
};

/**
 * Returns the dispute of a line with a correction that was entered: it ends once they sum to the upheld amount. Undefined when the line is
 * not disputed. Refuses `own-decision`: who upheld it does not enter its corrections.
 */
export const withCorrection = (
  dispute: Dispute | undefined,
  correction: DisputeCorrection,
): Dispute | 'own-decision' | undefined => {
  if (!dispute) return undefined;
  const { state, corrections = [] } = dispute;
  const isPromised = state === 'upheld' || state === 'corrected';
  if (isPromised && lastUpheld(dispute)?.by === correction.by) return 'own-decision';
  return settled({ ...dispute, corrections: [...corrections, correction] });
};

/** Returns the dispute of a line once a correction is withdrawn: it may wait again. Undefined when it has no such correction. */
export const withoutCorrection = (
  dispute: Dispute | undefined,
  { month, lineId }: Pick<DisputeCorrection, 'month' | 'lineId'>,
): Dispute | undefined => {
  const rest = dispute?.corrections?.filter((one) => one.month !== month || one.lineId !== lineId) ?? [];
  if (!dispute || rest.length === (dispute.corrections?.length ?? 0)) return undefined;
  const { corrections: _, ...before } = dispute;
  return settled({ ...before, ...(rest.length > 0 && { corrections: rest }) });
};

/**
 * Returns how much of a line of `amount` minor units the member may withhold, without tax: all of it until it is answered, the upheld
 * amount until its corrections are billed. `isBilled` tells whether the statements of a month are closed.
 */
export const pendingOf = (dispute: Dispute, amount: number, isBilled: (month: string) => boolean): number => {
  const { state, corrections = [], upheldAmount, correctedIn } = dispute;
  const billed = correctedSum({ corrections: corrections.filter(({ month }) => isBilled(month)) });
  const entered = correctedSum(dispute);
  if (state === 'rejected') return Math.max(0, entered - billed);
  if (state === 'open') return Math.max(0, amount - billed);
  if (upheldAmount === undefined) return correctedIn !== undefined && isBilled(correctedIn) ? 0 : Math.max(0, amount);
  return Math.max(0, Math.max(upheldAmount, entered) - billed);
};
