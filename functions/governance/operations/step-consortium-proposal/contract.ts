import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { consortiumProposalSchema } from '../../domain/consortium-proposals/consortium-proposal.ts';
import { exampleProposal, proposalParams, proposalRefusals } from '../../schemas/voting.ts';

/**
 * Opens a draft for discussion, supports the last version of its text for a member, or withdraws it. The secretary enacts a carried proposal again
 * after its policy had refused it.
 */
export const contract = operation({
  id: 'governance-step-consortium-proposal',
  context: 'governance',
  service: 'administration',
  method: 'POST',
  path: '/v1/governance/consortium-proposals/{proposalId}/steps',
  summary: 'Open, support, withdraw or enact a proposal',
  permission: [{ who: 'staff', roles: ['member-admin', 'governance-secretary', 'admin'], at: 'own-member' }],
  touches: { table: 'write' },
  params: proposalParams,
  body: z.strictObject({
    step: z.enum(['open', 'support', 'withdraw', 'enact']),
    /** The version of the proposal that the caller has read. */
    v: z.int().min(1),
    /** To support: the member, and the number of the text that it has read. */
    ...{ memberId: memberIdSchema.optional(), number: z.int().min(1).optional() },
  }),
  output: consortiumProposalSchema,
  owner: 'unknown-proposal',
  namedOwner: 'not-your-member',
  refusals: proposalRefusals,
  example: {
    params: { proposalId: exampleProposal.proposalId },
    body: { step: 'support', v: 3, memberId: 'riverton', number: 2 },
    output: { ...exampleProposal, state: 'open', v: 4 },
  },
  errorImpact: 'Proposals are not discussed or supported; ballots that are open take votes.',
});
