import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleStatement, shownStatementSchema } from '../../schemas/bank-statements.ts';
import { consortiumReaders } from '../../schemas/readers.ts';

/** Lists the latest account statements of the bank, with the number of entries on which nobody has decided, and their sums in minor units. */
export const contract = operation({
  id: 'finance-list-bank-statements',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/bank-statements',
  summary: 'List account statements of the bank',
  permission: [consortiumReaders],
  touches: { table: 'read' },
  output: z.strictObject({
    statements: z.array(
      shownStatementSchema.extend({
        waiting: z.strictObject({
          ...{ entries: z.int().nonnegative(), received: z.int().nonnegative(), paid: z.int().nonnegative() },
        }),
      }),
    ),
  }),
  refusals: {},
  example: { output: { statements: [{ ...exampleStatement, waiting: { entries: 1, received: 1250, paid: 0 } }] } },
  errorImpact: 'Finance staff do not see which entries of the bank wait to be booked.',
});
