import { operation } from '../../../../layers/platform/http/contract.ts';
import { loanRequestViewSchema } from '../../domain/requests/view-schemas.ts';
import { atBranchSchema, atIllOrDesk, exampleRequest, requestPath, stepRefusals } from '../../schemas/requests.ts';

/** Takes the item back from the patron at a branch of the requester. */
export const contract = operation({
  id: 'resource-sharing-return-request',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/requests/{requestId}/return',
  summary: 'Take back the item of a loan request',
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
  errorImpact: 'Items that patrons bring back stay on their cards.',
});
