import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { loanRequestViewSchema } from '../../domain/requests/view-schemas.ts';
import { atIll, exampleRequest, requestPath, requestRefusals, workflowRefusals } from '../../schemas/requests.ts';

/**
 * Restarts the workflow of a request from its stored state, should its execution have died: by staff of the requester,
 * or of a supplier for a partner’s request. Two parallel executions do no harm: every step is conditional.
 */
export const contract = operation({
  id: 'resource-sharing-restart-request',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/requests/{requestId}/restart',
  summary: 'Restart the workflow of a loan request',
  permission: [atIll],
  touches: { table: 'write', machine: 'loan-request' },
  params: requestPath,
  body: z.strictObject({ branchId: branchIdSchema }),
  status: 202,
  output: loanRequestViewSchema,
  owner: 'unknown-request',
  refusals: { ...requestRefusals, 'request-ended': workflowRefusals['request-ended'] },
  example: {
    params: { requestId: 'req_01kb0000000000000000000000' },
    body: { branchId: 'riverton.main' },
    output: exampleRequest,
  },
  // It moves a copy by circulation's rules, books what the step costs and speaks to partners.
  bundleKilobytes: 989,
  errorImpact: 'A request whose workflow ended makes no progress.',
});
