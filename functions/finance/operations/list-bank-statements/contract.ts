import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleStatement, shownStatementSchema } from '../../schemas/bank-statements.ts';
import { consortiumReaders } from '../../schemas/readers.ts';

/** Lists the latest account statements of the bank, with the payments on which nobody has decided. */
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
        waiting: z.strictObject({ payments: z.int().nonnegative(), amount: z.int().nonnegative() }),
      }),
    ),
  }),
  refusals: {},
  example: { output: { statements: [{ ...exampleStatement, waiting: { payments: 1, amount: 1250 } }] } },
  errorImpact: 'Finance staff do not see which payments wait to be booked.',
});
