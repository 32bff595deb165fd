import * as z from 'zod';
import { payoutSchema } from '../../../layers/domain/member-account/payout.ts';
import { operation } from '../../../layers/platform/http/contract.ts';
import { consortiumReaders } from '../../finance/readers.ts';
import { examplePayout } from '../account-shapes.ts';

/** The credits of all members that wait for an approver to pay them out, in the order in which they were asked for. */
export const contract = operation({
  id: 'membership-list-payouts',
  context: 'membership',
  service: 'administration',
  method: 'GET',
  path: '/v1/membership/payouts',
  summary: 'List the credits that wait to be paid out',
  permission: [consortiumReaders],
  touches: { table: 'read' },
  output: z.strictObject({ payouts: z.array(payoutSchema) }),
  refusals: {},
  example: { output: { payouts: [examplePayout] } },
  errorImpact: 'Approvers do not see what waits for them.',
});
