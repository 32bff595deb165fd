import * as z from 'zod';
import { actSchema } from '../../../../layers/kernel/identity/act.ts';
import { payoutInputSchema } from './payment.ts';

/**
 * A credit that is to be paid out to a member: `asked` by a preparer, then `paid` or `declined` by an approver who is another person.
 * `reason` says why it was declined; paid, it is a line of the account with the same id.
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

/** How an approver decides: it is paid, on the bank's day of it, or declined, with why. */
export const payoutDecisionSchema = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('pay'), valueOn: z.iso.date() }),
  z.strictObject({ decision: z.literal('decline'), reason: z.string().trim().min(1).max(500) }),
]);
export type PayoutDecision = z.infer<typeof payoutDecisionSchema>;

type Refused = { refused: { code: 'own-work' | 'decided-already'; detail: string }[] };

/** A payout as it is decided. Refuses `own-work` (who asked for it does not approve it) and `decided-already`. */
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
