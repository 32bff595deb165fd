import { roles } from '../../../../layers/kernel/identity/roles.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import {
  exampleProposal,
  exampleShown,
  proposalParams,
  proposalRefusals,
  shownProposalSchema,
} from '../../schemas/voting.ts';

/** Shows a proposal with its text, what it changes, its discussion, its ballot and result, and what the caller may do. */
export const contract = operation({
  id: 'governance-show-consortium-proposal',
  context: 'governance',
  service: 'administration',
  method: 'GET',
  path: '/v1/governance/consortium-proposals/{proposalId}',
  summary: 'Show a proposal and its ballot',
  permission: [{ who: 'staff', roles, at: 'own-member' }],
  touches: { table: 'read' },
  params: proposalParams,
  output: shownProposalSchema,
  owner: 'unknown-proposal',
  refusals: { 'unknown-proposal': proposalRefusals['unknown-proposal'] },
  example: { params: { proposalId: exampleProposal.proposalId }, output: exampleShown },
  errorImpact: 'Nobody reads proposals or votes in the browser; ballots that are open take votes.',
});
