import * as z from 'zod';
import { actSchema } from '../../../../layers/kernel/identity/act.ts';
import { someLines } from '../../../../layers/kernel/text/typed-text.ts';
import { payoutInputSchema } from './payment.ts';

/**
 * A payout of a member's credit: `asked` by a preparer, then `paid` or `declined` by an approver, who must be another person. `reason`
 * states why it was declined; when paid, it is a line of the account with the same id.
 */
export const payoutSchema = z.strictObject({
  payoutId: z.string(),
  memberId: z.string(),
  ...payoutInputSchema.shape,
  state: z.enum(['asked', 'paid', 'declined']),
  asked: actSchema,
  decided: actSchema.exactOptional(),
  reason: z.string().exactOptional(),
});
export type Payout = z.infer<typeof payoutSchema>;

/** An approver's decision: paid, with the bank's day, or declined, with the reason. */
export const payoutDecisionSchema = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('pay'), valueOn: z.iso.date() }),
  z.strictObject({ decision: z.literal('decline'), reason: someLines(500) }),
]);
export type PayoutDecision = z.infer<typeof payoutDecisionSchema>;

type Refused = { refused: { code: 'own-work' | 'decided-already'; detail: string }[] };

/** Returns a payout with its decision. Refuses `own-work` (its requester may not approve it) and `decided-already`. */
export const decidePayoutAsked = (
  payout: Payout,
  choice: PayoutDecision,
  decided: { at: string; by: string },
): Payout | Refused => {
  if (payout.state !== 'asked')
    return { refused: [{ code: 'decided-already', detail: `It is ${payout.state} already.` }] };
  if (payout.asked.by === decided.by)
    return { refused: [{ code: 'own-work', detail: 'Who asked for a payout does not decide on it.' }] };
  return choice.decision === 'pay'
    ? { ...payout, state: 'paid', decided }
    : { ...payout, state: 'declined', decided, reason: choice.reason };
};
