import * as z from 'zod';
import { oneLine } from '../../../layers/kernel/text/typed-text.ts';
import { loanRuleSchema } from '../../../layers/records/policies/domain/loan-rules.ts';
import { ownPartSchema } from './own-part.ts';

/** One rule of a member: in the version on which the proposal is based, absent for a new one, and as proposed. */
const ruleChangeSchema = z.strictObject({ before: loanRuleSchema.exactOptional(), after: loanRuleSchema });
export type RuleChange = z.infer<typeof ruleChangeSchema>;

/** A person who acted on a proposal, and the time. */
const actSchema = z.strictObject({ by: z.string(), at: z.iso.datetime() });

/** The state of a proposal: it waits for a second person, who adopts or declines it, unless its author withdraws it. */
export const proposalStates = ['waiting', 'adopted', 'declined', 'withdrawn'] as const;

/** A member's change of what it sets itself: of its own loan rules, or of its values of another policy. One person proposes it, another adopts it. */
export const ruleProposalSchema = z.strictObject({
  proposalId: z.string(),
  memberId: z.string(),
  state: z.enum(proposalStates),
  /** Of loan rules; none where `own` is the change. */
  changes: z.array(ruleChangeSchema).max(20),
  own: ownPartSchema.exactOptional(),
  reason: oneLine(160),
  /** The last version of the policy that the author has read. */
  follows: z.int().min(1),
  /** The day from which it shall apply; from its adoption when absent. */
  effectiveFrom: z.iso.datetime().exactOptional(),
  proposed: actSchema,
  /** The id of the person who proposed it, who never decides it, at whatever desk. */
  authorId: z.string(),
  decided: actSchema.extend({ reason: oneLine(300).exactOptional() }).exactOptional(),
  /** The version that it became. */
  version: z.int().exactOptional(),
  /** Whether its author adopted it alone, as the consortium lets a single person do with small changes. */
  alone: z.literal(true).exactOptional(),
  /** When a second person saw what was adopted alone. */
  seen: actSchema.exactOptional(),
  v: z.int(),
});
export type RuleProposal = z.infer<typeof ruleProposalSchema>;

/** Returns whether somebody else than its author has to do something with it: to decide it, or to see it. */
export const isWaiting = ({ state, alone, seen }: RuleProposal): boolean =>
  state === 'waiting' || (state === 'adopted' && alone === true && seen === undefined);
