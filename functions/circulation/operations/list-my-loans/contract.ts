import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleLoan, loanViewSchema } from '../../schemas/loans.ts';

/** Lists the loans of the calling patron at all branches, the next due first. */
export const contract = operation({
  id: 'circulation-list-my-loans',
  context: 'circulation',
  service: 'circulation',
  method: 'GET',
  path: '/v1/circulation/my/loans',
  summary: 'See my loans',
  permission: [{ who: 'patron' }],
  touches: { table: 'read' },
  output: z.strictObject({ loans: z.array(loanViewSchema) }),
  refusals: {},
  example: { output: { loans: [exampleLoan] } },
  errorImpact: 'Patrons do not see what they have borrowed.',
});
