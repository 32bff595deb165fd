import * as z from 'zod';
import { comparisons, type Fraction, fractionSchema } from './fraction.ts';

const threshold = { of: fractionSchema, compare: z.enum(comparisons) };

/** What the needed fraction is a fraction of: votes for and against, votes with abstentions, or all that may vote. */
export const bases = ['yes-and-no', 'cast', 'entitled'] as const;
/** Whether members or their weights are counted; `both` must each carry. */
export const units = ['heads', 'weight', 'both'] as const;

/** A right of a chamber: its votes against stop what the others carried. */
export const vetoSchema = z.strictObject({ chamber: z.string().min(1).max(60), of: fractionSchema });

/**
 * How votes of one kind are decided, as the bylaws say it: who must take part, which fraction carries, and what can stop a result. A ballot
 * copies the rule when it opens.
 */
export const votingRuleSchema = z
  .strictObject({
    /** How many of those that may vote must take part; without it any number may decide. */
    quorum: z
      .strictObject({ ...threshold, unit: z.enum(['heads', 'weight']), abstentionsCount: z.boolean() })
      .exactOptional(),
    majority: z.strictObject({ ...threshold, base: z.enum(bases), unit: z.enum(units) }),
    /** The least share of votes in favour among all that may vote. */
    floor: z.strictObject({ of: fractionSchema }).exactOptional(),
    /** Carried unless this share of the votes cast is against: admissions are often decided so. The majority is then not asked. */
    refusedBy: z.strictObject(threshold).exactOptional(),
    /** No member has more than this share of the total, counted after the limit. */
    cap: fractionSchema.exactOptional(),
    vetoes: z.array(vetoSchema).max(8),
    /** Whether a member that may not vote because it is concerned leaves the base of all that may vote. */
    recusalReducesBase: z.boolean(),
  })
  .refine(({ majority: { of, compare } }) => 2 * of.numerator > of.denominator || compare !== 'at-least', {
    error: 'With at least half, a motion and its opposite are both carried at 3 to 3. Take more than half.',
    path: ['majority', 'compare'],
  })
  .refine(({ majority: { of } }) => 2 * of.numerator >= of.denominator, {
    error: 'A motion needs at least half.',
    path: ['majority', 'of'],
  });
export type VotingRule = z.infer<typeof votingRuleSchema>;

/** The choices of a ballot of one question. */
export const choices = ['yes', 'no', 'abstain'] as const;
export type Choice = (typeof choices)[number];

/** A member that may vote in a ballot: one row of the list of voters, fixed when the ballot opens. */
export const voterSchema = z.strictObject({
  memberId: z.string(),
  weight: z.string().regex(/^\d{1,9}(\.\d{1,6})?$/),
  chamber: z.string().exactOptional(),
  /** The member is concerned by the question and does not vote. */
  recused: z.literal(true).exactOptional(),
});
export type Voter = z.infer<typeof voterSchema>;

export type { Fraction };
