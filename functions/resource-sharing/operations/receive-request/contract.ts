import { operation } from '../../../../layers/platform/http/contract.ts';
import { loanRequestViewSchema } from '../../domain/requests/view-schemas.ts';
import { atBranchSchema, atIllOrDesk, exampleRequest, requestPath, stepRefusals } from '../../schemas/requests.ts';

/**
 * Receives the item at the pickup branch, where it waits for the patron on the hold shelf. A partner’s item becomes an
 * item here until it goes back, with its own barcode when that is unused here (scan it, if it has one); else the
 * answer's `barcode` is the one to stick on.
 */
export const contract = operation({
  id: 'resource-sharing-receive-request',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/requests/{requestId}/receive',
  summary: 'Receive the item of a loan request',
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
  errorImpact: 'Arrived items cannot be handed out.',
});
