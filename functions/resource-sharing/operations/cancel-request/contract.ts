import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { loanRequestViewSchema } from '../../domain/requests/view-schemas.ts';
import { atIllOrDesk, exampleRequest, requestPath, stepRefusals } from '../../schemas/requests.ts';

/**
 * Cancels the request, by the patron or the requester’s staff. A supplier that promised must agree, because it may have
 * shipped (C80).
 */
export const contract = operation({
  id: 'resource-sharing-cancel-request',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/requests/{requestId}/cancel',
  summary: 'Cancel a loan request',
  permission: [{ who: 'patron' }, atIllOrDesk],
  touches: { table: 'write', taskTokens: true },
  params: requestPath,
  body: z.strictObject({ branchId: branchIdSchema.optional() }),
  output: loanRequestViewSchema,
  owner: 'unknown-request',
  refusals: {
    ...stepRefusals,
    'branch-missing': { status: 422, meaning: 'Staff must name the branch where they work.' },
  },
  example: {
    params: { requestId: 'req_01kb0000000000000000000000' },
    body: {},
    output: { ...exampleRequest, seenAs: 'patron' },
  },
  // It moves a copy by circulation's rules, books what the step costs and speaks to partners.
  bundleKilobytes: 1013,
  errorImpact: 'Patrons cannot give up a request.',
});
