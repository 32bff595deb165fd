import { operation } from '../../../../layers/platform/http/contract.ts';
import { loanRequestViewSchema } from '../../domain/requests/view-schemas.ts';
import { atBranchSchema, atIllOrDesk, exampleRequest, requestPath, stepRefusals } from '../../schemas/requests.ts';

/** Sends the item home to the supplier. */
export const contract = operation({
  id: 'resource-sharing-send-home-request',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/requests/{requestId}/send-home',
  summary: 'Send the item of a loan request home',
  permission: [atIllOrDesk],
  touches: { table: 'write', taskTokens: true },
  params: requestPath,
  body: atBranchSchema,
  output: loanRequestViewSchema,
  owner: 'unknown-request',
  refusals: { ...stepRefusals },
  example: {
    params: { requestId: 'req_01kb0000000000000000000000' },
    body: { branchId: 'riverton.main' },
    output: exampleRequest,
  },
  // It moves a copy by circulation's rules, books what the step costs and speaks to partners.
  bundleKilobytes: 1013,
  errorImpact: 'Items cannot be sent home.',
});
