import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import {
  exampleEffect,
  exampleProposal,
  proposalParams,
  proposalRefusals,
  simulatedProposalSchema,
} from '../../../governance/public/simulate-proposal.ts';

/**
 * Judges the logged checkouts, renewals, holds and returns of the last year by the rules as they are and by those of a proposal, and attaches the
 * result to its last text. Once a ballot was opened, it renews only what happened since the proposal was opened.
 */
export const contract = operation({
  id: 'analytics-simulate-proposal',
  context: 'analytics',
  service: 'administration',
  method: 'POST',
  path: '/v1/governance/consortium-proposals/{proposalId}/simulation',
  summary: 'Simulate the rules of a proposal with logged decisions',
  permission: [{ who: 'staff', roles: ['member-admin', 'governance-secretary', 'admin'], at: 'own-member' }],
  touches: { table: 'write', bucket: 'read' },
  memoryMb: 1769,
  timeoutSeconds: 29,
  idempotency: 'none',
  params: proposalParams,
  body: z.strictObject({
    /** The version of the proposal that the caller has read. */
    v: z.int().min(1),
  }),
  output: simulatedProposalSchema,
  owner: 'unknown-proposal',
  refusals: {
    'unknown-proposal': proposalRefusals['unknown-proposal'],
    'proposal-changed': proposalRefusals['proposal-changed'],
    'not-your-member': proposalRefusals['not-your-member'],
    'not-simulated': {
      status: 409,
      meaning: 'It changes no loan rules, limits of patrons or bounds of them; only these are simulated.',
    },
  },
  example: {
    params: { proposalId: exampleProposal.proposalId },
    body: { v: 5 },
    output: {
      proposal: { ...exampleProposal, simulation: { number: 2, hash: exampleEffect.hash, at: exampleEffect.at } },
      effects: [exampleEffect],
    },
  },
  errorImpact: 'No ballot can be opened on new loan rules or limits; all other ballots can.',
});
