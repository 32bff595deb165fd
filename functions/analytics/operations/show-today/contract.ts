import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { roles } from '../../../../layers/kernel/identity/roles.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { todaySchema } from '../../schemas.ts';

/**
 * Shows what waits for the caller today: each list that one of their roles works through, at the branch in use and at the consortium, with
 * a count and its first entries. A list that is not the caller's is absent.
 */
export const contract = operation({
  id: 'analytics-show-today',
  context: 'analytics',
  service: 'administration',
  method: 'GET',
  path: '/v1/analytics/today',
  summary: 'Show the lists of work of today',
  permission: [{ who: 'staff', roles, at: 'own-member' }],
  touches: { table: 'read', index: 'read' },
  withoutIndex: 'partial',
  // As long as the other reading of this context takes, so that both share a function (ADR 85).
  timeoutSeconds: 29,
  query: z.strictObject({
    /** The branch in use; without it, only the lists of the consortium. */
    branch: branchIdSchema.optional(),
    /** Counts up to 500 entries of each list, and shows ten of each; for lists of which the first answer has `more`. */
    counts: z.literal('all').optional(),
  }),
  output: todaySchema,
  namedOwner: 'not-your-branch',
  refusals: { 'not-your-branch': { status: 403, meaning: 'The caller does not work at this branch.' } },
  example: {
    query: { branch: 'riverton.main' },
    output: {
      fetch: {
        count: 20,
        more: true,
        entries: [
          {
            ...{ itemId: 'itm_01kb0000000000000000000000', barcode: '31234000123456', location: 'Adult fiction' },
            ...{ title: 'Emma', callNumber: 'FIC AUS', to: 'lakeshore.main' },
          },
        ],
      },
      policies: [{ kind: 'loan-rules', version: 15, from: '2027-01-11T00:00:00.000Z' }],
    },
  },
  errorImpact: 'Staff do not see the page Today; each list still opens.',
});
