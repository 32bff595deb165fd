import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { simulationContract } from '../../../governance/public/simulation-contract.ts';

const { proposal, effect } = simulationContract.examples;

/**
 * Judges the logged checkouts, renewals, holds and returns of the last year by the rules as they are and by those of a proposal, and attaches the
 * result to its last text. Once a ballot was opened, it renews only what happened since the proposal was opened.
 */
export const contract = operation({
  id: 'analytics-simulate-proposal',
  context: 'analytics',
  service: 'administration',
  method: 'POST',
  path: '/v1/analytics/proposal-simulations/{proposalId}',
  summary: 'Simulate the rules of a proposal with logged decisions',
  permission: [{ who: 'staff', roles: ['member-admin', 'governance-secretary', 'admin'], at: 'own-member' }],
  touches: { table: 'write', bucket: 'read' },
  memoryMb: 1769,
  timeoutSeconds: 29,
  idempotency: 'none',
  params: simulationContract.params,
  body: z.strictObject({
    /** The version of the proposal that the caller has read. */
    v: z.int().min(1),
  }),
  output: simulationContract.simulated,
  owner: 'unknown-proposal',
  refusals: {
    ...simulationContract.refusals,
    'not-simulated': {
      status: 409,
      meaning: 'It changes no loan rules, limits of patrons or bounds of them; only these are simulated.',
    },
  },
  example: {
    params: { proposalId: proposal.proposalId },
    body: { v: 5 },
    output: {
      proposal: { ...proposal, simulation: { number: 2, hash: effect.hash, at: effect.at } },
      effects: [effect],
    },
  },
  errorImpact: 'No ballot can be opened on new loan rules or limits; all other ballots can.',
});
