import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { loanRuleSchema } from '../../../../layers/records/policies/domain/loan-rules.ts';
import { ownValuesSchema } from '../../../../layers/records/policies/domain/own-values.ts';
import { ownPartSchema } from '../../domain/own-part.ts';
import { changeRefusals, exampleProposal, exampleRule, proposalViewSchema } from '../../schemas/policies.ts';

/**
 * Proposes changes of what a member sets itself, inside the consortium's floors and ceilings, for another person to adopt: of its own loan
 * rules (`setBy`), or of its values of limits, fees, holds, notices or how long loans are stored (`own`), as far as the policy `floors` opens them to members. Changes that the consortium lets one person make alone (policy `floors`, `alone`) are adopted at once, and wait to be seen. `replaces` names an
 * own proposal that waits: its changes are based on the rules of now.
 */
export const contract = operation({
  id: 'governance-propose-rules',
  context: 'governance',
  service: 'administration',
  method: 'POST',
  path: '/v1/governance/proposals',
  summary: 'Propose changes of what a member sets itself',
  permission: [{ who: 'staff', roles: ['member-admin'], at: { member: 'body.memberId' } }],
  touches: { table: 'write' },
  body: z.strictObject({
    memberId: memberIdSchema,
    /** The rules as they are to be: changed ones, and new ones. */
    rules: z.array(loanRuleSchema).max(20).default([]),
    /** Instead of rules: all values that the member is to set itself in another policy. */
    own: z.strictObject({ kind: ownPartSchema.shape.kind, values: ownValuesSchema }).optional(),
    /** The last version of the policy that the author has read. */
    follows: z.int().min(1),
    /** From its adoption when absent. */
    effectiveFrom: z.iso.datetime().optional(),
    reason: oneLine(160),
    replaces: z.string().max(40).optional(),
  }),
  status: 201,
  output: proposalViewSchema,
  refusals: {
    ...changeRefusals,
    'in-the-past': { status: 422, meaning: 'Rules begin now or later.' },
    'not-own-rule': { status: 422, meaning: 'Only rules that the member set itself, or new ones of it, are proposed.' },
    'nothing-changes': { status: 422, meaning: 'The rules or values are like this already.' },
    'unknown-name': {
      status: 422,
      meaning: 'A rule names a member, branch, category or item type that does not exist.',
    },
    'unknown-proposal': { status: 404, meaning: 'The caller has no such proposal.' },
    'proposal-settled': { status: 409, meaning: 'The proposal that this one replaces does not wait any more.' },
  },
  example: {
    body: { memberId: 'riverton', rules: [exampleRule], follows: 14, reason: 'Children read longer in summer' },
    output: { ...exampleProposal, mine: true, mayDecide: false },
  },
  errorImpact: 'Members cannot propose changes of their own rules; the rules in force stay.',
});
