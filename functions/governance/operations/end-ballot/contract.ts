import * as z from 'zod';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { consortiumProposalSchema } from '../../domain/consortium-proposals/consortium-proposal.ts';
import { exampleDecision, exampleProposal, proposalParams, proposalRefusals } from '../../schemas/voting.ts';

/**
 * Counts a ballot whose time is over, which the schedule also does within 15 minutes; or cancels one that is open, with a reason. What was carried
 * is adopted in the same step.
 */
export const contract = operation({
  id: 'governance-end-ballot',
  context: 'governance',
  service: 'administration',
  method: 'POST',
  path: '/v1/governance/consortium-proposals/{proposalId}/ballot/end',
  summary: 'Count a ballot, or cancel it',
  permission: [{ who: 'staff', roles: ['governance-secretary', 'admin'], at: 'consortium' }],
  touches: { table: 'write' },
  params: proposalParams,
  body: z.strictObject({
    step: z.enum(['count', 'cancel']),
    /** To cancel: the version of the proposal that the caller has read, and why. */
    ...{ v: z.int().min(1).optional(), reason: oneLine(300).optional() },
  }),
  output: consortiumProposalSchema,
  refusals: {
    ...proposalRefusals,
    'reason-needed': { status: 422, meaning: 'A ballot is cancelled with a reason.' },
    'counted-by-schedule': {
      status: 409,
      meaning: 'A secret ballot is counted by the schedule alone, within 15 minutes of its close.',
    },
    'still-open': { status: 409, meaning: 'Members can still vote.' },
    'ballot-unknown': { status: 404, meaning: 'There is no such ballot.' },
    cancelled: { status: 409, meaning: 'The ballot was cancelled.' },
  },
  example: {
    params: { proposalId: exampleProposal.proposalId },
    body: { step: 'count' },
    output: exampleDecision,
  },
  errorImpact: 'Ballots are counted by the schedule only, and cannot be cancelled.',
});
