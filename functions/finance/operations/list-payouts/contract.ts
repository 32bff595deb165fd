import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { payoutSchema } from '../../domain/member-account/payout.ts';
import { examplePayout } from '../../schemas/accounts.ts';
import { consortiumReaders } from '../../schemas/readers.ts';

/** Lists the credits of all members that await an approver's payout, in request order. */
export const contract = operation({
  id: 'finance-list-payouts',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/payouts',
  summary: 'List the credits that wait to be paid out',
  permission: [consortiumReaders],
  touches: { table: 'read' },
  output: z.strictObject({ payouts: z.array(payoutSchema) }),
  refusals: {},
  example: { output: { payouts: [examplePayout] } },
  errorImpact: 'Approvers do not see what waits for them.',
});
