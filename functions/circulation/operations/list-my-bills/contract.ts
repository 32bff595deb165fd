import * as z from 'zod';
import { moneySchema } from '../../../../layers/kernel/money/money.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { billViewSchema, exampleBill } from '../../schemas/bills.ts';

/** Lists the bills of the calling patron and the total debt, to all members. */
export const contract = operation({
  id: 'circulation-list-my-bills',
  context: 'circulation',
  service: 'circulation',
  method: 'GET',
  path: '/v1/circulation/my/bills',
  summary: 'See my bills',
  permission: [{ who: 'patron' }],
  touches: { table: 'read' },
  output: z.strictObject({ bills: z.array(billViewSchema), owed: z.array(moneySchema) }),
  refusals: {},
  example: { output: { bills: [exampleBill], owed: [{ amount: 350, currency: 'USD' }] } },
  errorImpact: 'Patrons do not see what they owe.',
});
