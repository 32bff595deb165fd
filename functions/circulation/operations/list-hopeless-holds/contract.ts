import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleHold, queuedHoldSchema } from '../../schemas/holds.ts';
import { branchList } from '../../schemas/items.ts';
import { exampleNamedPatron } from '../../schemas/named-patron.ts';

const { place: _place, ...hopeless } = exampleHold;

/**
 * Lists the holds with pickup at a branch that no copy in the consortium can fill, longest first: for a purchase, an external loan, or a
 * notice to the patron (C32). Shows names and cards of the library's own patrons only.
 */
export const contract = operation({
  id: 'circulation-list-hopeless-holds',
  ...branchList('hopeless-holds'),
  summary: 'List the holds that no copy can fill',
  output: z.strictObject({ holds: z.array(queuedHoldSchema), next: z.string().optional() }),
  example: {
    params: { branchId: 'lakeshore.main' },
    query: {},
    output: {
      holds: [
        {
          ...{ ...hopeless, patronMember: 'lakeshore', hopelessSince: '2026-11-25T15:00:00.000Z' },
          ...{ patronId: 'pat_01kb0000000000000000000000', patron: exampleNamedPatron },
        },
      ],
    },
  },
  errorImpact: 'Staff cannot see holds that no copy can fill.',
});
