import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { atListedDesk } from '../../../../layers/platform/http/desk-permission.ts';
import { placeRefusals } from '../../schemas/decisions.ts';
import { exampleRow, listRowSchema } from '../../schemas/items.ts';
import { exampleTote, toteSchema } from '../../schemas/totes.ts';

/**
 * Returns the courier's items of a branch: outgoing ones by destination, with routes and days; its totes at both ends; their exceptions;
 * and how many days totes took.
 */
export const contract = operation({
  id: 'circulation-list-courier',
  context: 'circulation',
  service: 'circulation',
  method: 'GET',
  path: '/v1/circulation/branches/{branchId}/courier',
  summary: 'List the items of the courier of a branch',
  permission: [atListedDesk],
  touches: { table: 'read' },
  params: z.strictObject({ branchId: branchIdSchema }),
  output: z.strictObject({
    going: z.array(
      z.strictObject({
        to: z.string(),
        routes: z.array(z.string()),
        /** Days of the week of the first route, Monday is 1. */
        days: z.array(z.number().int()),
        /** The tote of the policy, by its name. */
        tote: z.string().optional(),
        /** The oldest hundred. */
        items: z.array(listRowSchema),
      }),
    ),
    totes: z.array(toteSchema),
    exceptions: z.array(
      z.strictObject({
        ...{ toteId: z.string(), from: z.string(), to: z.string(), since: z.string() },
        kind: z.enum(['late', 'missing', 'unexpected']),
        barcode: z.string().optional(),
      }),
    ),
    took: z.array(
      z.strictObject({
        ...{ from: z.string(), to: z.string(), totes: z.number().int() },
        ...{ median: z.number(), p90: z.number() },
      }),
    ),
  }),
  refusals: { 'no-policies': placeRefusals['no-policies'] },
  example: {
    params: { branchId: 'riverton.main' },
    output: {
      going: [{ to: 'lakeshore.main', routes: ['north'], days: [1, 3], tote: 'L-2', items: [exampleRow] }],
      totes: [exampleTote],
      exceptions: [],
      took: [{ from: 'riverton.main', to: 'lakeshore.main', totes: 12, median: 1, p90: 3 }],
    },
  },
  errorImpact: 'A branch cannot see the list of its courier.',
});
