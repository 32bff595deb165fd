import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, cursorSchema } from '../../../../layers/platform/http/page.ts';
import { loanRequestRowSchema } from '../../domain/requests/view-schemas.ts';
import { exampleRow } from '../../schemas/requests.ts';

/** Lists the patron’s own requests, newest first, including ended ones. */
export const contract = operation({
  id: 'resource-sharing-list-my-requests',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'GET',
  path: '/v1/resource-sharing/my-requests',
  summary: 'List my loan requests',
  permission: [{ who: 'patron' }],
  bundleKilobytes: 977,
  touches: { table: 'read' },
  query: z.strictObject({ after: cursorSchema.optional() }),
  output: z.strictObject({ requests: z.array(loanRequestRowSchema), next: z.string().optional() }),
  refusals: { ...cursorRefusal },
  example: { query: {}, output: { requests: [exampleRow] } },
  errorImpact: 'Patrons cannot see how far their requests are.',
});
