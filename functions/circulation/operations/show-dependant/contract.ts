import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { dependantViewSchema } from '../../../patrons/public/dependant-view-schema.ts';

/**
 * Returns what a guardian may see of a minor: by the consortium's policy, by default amounts and due dates, not titles. For anyone who
 * is not, or no longer, a guardian, the patron does not exist.
 */
export const contract = operation({
  id: 'circulation-show-dependant',
  context: 'circulation',
  service: 'circulation',
  method: 'GET',
  path: '/v1/circulation/me/dependants/{patronId}',
  summary: 'See what a child has borrowed and owes, as far as the policy lets a guardian',
  permission: [{ who: 'patron' }],
  touches: { table: 'read' },
  params: z.strictObject({ patronId: z.string().min(1).max(64) }),
  output: dependantViewSchema,
  owner: 'dependant-unknown',
  refusals: { 'dependant-unknown': { status: 404, meaning: 'The one who asks answers for no such patron.' } },
  example: {
    params: { patronId: 'pat_01kaw5v7n0000000000000000w' },
    output: {
      patronId: 'pat_01kaw5v7n0000000000000000w',
      sight: 'amounts-and-dates',
      loans: [{ due: '2026-12-15T04:59:59.000Z', checkoutBranch: 'riverton.main' }],
      bills: [
        {
          billId: 'bil_01kb0000000000000000000000',
          kind: 'overdue',
          at: '2026-11-24T15:00:00.000Z',
          amount: 350,
          open: 350,
          currency: 'USD',
        },
      ],
    },
  },
  errorImpact: 'Guardians cannot see the loans and debts of their children.',
});
