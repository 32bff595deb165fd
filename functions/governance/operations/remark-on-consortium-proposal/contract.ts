import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { someLines } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { remarkSchema } from '../../domain/consortium-proposals/consortium-proposal.ts';
import { LONGEST_STATEMENT } from '../../domain/proposals/after-the-vote.ts';
import { exampleProposal, exampleShown, proposalParams, proposalRefusals } from '../../schemas/voting.ts';

/** Adds a comment to the discussion of a proposal, or the statement of a member for or against it: one of each member. */
export const contract = operation({
  id: 'governance-remark-on-consortium-proposal',
  context: 'governance',
  service: 'administration',
  method: 'POST',
  path: '/v1/governance/consortium-proposals/{proposalId}/remarks',
  summary: 'Comment on a proposal, or file a statement',
  permission: [{ who: 'staff', roles: ['member-admin', 'governance-secretary', 'admin'], at: 'own-member' }],
  touches: { table: 'write' },
  params: proposalParams,
  body: z.strictObject({
    kind: z.enum(['comment', 'for', 'against']),
    text: someLines(LONGEST_STATEMENT),
    /** The member for which it is written; the consortium when absent. */
    memberId: memberIdSchema.optional(),
  }),
  status: 201,
  output: remarkSchema,
  owner: { none: 'A proposal that is open belongs to all members; nobody remarks on a draft.' },
  namedOwner: 'not-your-member',
  refusals: {
    ...proposalRefusals,
    'statement-filed': { status: 409, meaning: 'The member filed its statement already.' },
  },
  example: {
    params: { proposalId: exampleProposal.proposalId },
    body: { kind: 'for', text: 'Fewer fines.', memberId: 'riverton' },
    output: exampleShown.remarks[0] as z.input<typeof remarkSchema>,
  },
  errorImpact: 'Nobody can comment on proposals; ballots that are open take votes.',
});
