import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { consortiumProposalSchema } from '../../domain/consortium-proposals/consortium-proposal.ts';
import { amendingRefusals, exampleAmendment, unknownAmendment } from '../../schemas/amendments.ts';
import { exampleProposal, proposalParams } from '../../schemas/voting.ts';

/** Accepts or rejects an amendment for the author of the proposal, or withdraws it for its own author. An accepted one is the next text. */
export const contract = operation({
  id: 'governance-settle-amendment',
  context: 'governance',
  service: 'administration',
  method: 'POST',
  path: '/v1/governance/consortium-proposals/{proposalId}/amendments/{amendmentId}/steps',
  summary: 'Accept, reject or withdraw an amendment',
  permission: [{ who: 'staff', roles: ['member-admin', 'governance-secretary', 'admin'], at: 'own-member' }],
  touches: { table: 'write' },
  params: proposalParams.extend({ amendmentId: z.string().min(1).max(40) }),
  body: z.strictObject({
    step: z.enum(['accept', 'reject', 'withdraw']),
    /** The version of the proposal that the caller has read. */
    v: z.int().min(1),
  }),
  output: consortiumProposalSchema,
  owner: 'unknown-proposal',
  refusals: { ...amendingRefusals, ...unknownAmendment },
  example: {
    params: { proposalId: exampleProposal.proposalId, amendmentId: exampleAmendment.amendmentId },
    body: { step: 'accept', v: 4 },
    output: { ...exampleProposal, state: 'open', v: 5 },
  },
  errorImpact: 'Amendments are not settled, so that no ballot opens on their texts.',
});
