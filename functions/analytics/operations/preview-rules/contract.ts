import * as z from 'zod';
import { roles } from '../../../../layers/kernel/identity/roles.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { simulationContract } from '../../../governance/public/simulation-contract.ts';

/**
 * Judges the logged checkouts, renewals, holds and returns of some days by the rules in force and by other ones, before these are proposed. Each
 * decision is judged alone, as if all before it had been as they were. It changes nothing.
 */
export const contract = operation({
  id: 'analytics-preview-rules',
  context: 'analytics',
  service: 'administration',
  method: 'POST',
  path: '/v1/analytics/rule-effects',
  summary: 'See what other rules would have changed',
  permission: [{ who: 'staff', roles, at: 'own-member' }],
  touches: { table: 'read', bucket: 'read' },
  memoryMb: 1769,
  timeoutSeconds: 29,
  idempotency: 'none',
  body: z.strictObject({
    change: simulationContract.change,
    days: z.int().min(1).max(366).default(365).describe('How many days before now are judged'),
  }),
  output: simulationContract.replayed,
  namedOwner: { none: 'The rules of the consortium and their effect by library are for all staff.' },
  refusals: {
    'no-rules-yet': { status: 409, meaning: 'There are no loan rules in force with which decisions are judged.' },
  },
  example: {
    body: { change: { kind: 'blocks', body: { maxLoans: 50, maxHolds: 20, owedLimit: 2500 } } },
    output: simulationContract.examples.replayed,
  },
  errorImpact: 'Who writes rules does not see their effect; proposals and votes are unaffected.',
});
