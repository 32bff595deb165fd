import { operation } from '../../../../layers/platform/http/contract.ts';
import { loanRequestViewSchema } from '../../domain/requests/view-schemas.ts';
import { atOwnMember, exampleRequest, requestPath, requestRefusals } from '../../schemas/requests.ts';

/** Returns one request with its rota, asks, steps and possible next steps, as the caller’s side sees it. */
export const contract = operation({
  id: 'resource-sharing-get-request',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'GET',
  path: '/v1/resource-sharing/requests/{requestId}',
  summary: 'Read a loan request',
  permission: [{ who: 'patron' }, atOwnMember],
  bundleKilobytes: 976,
  touches: { table: 'read' },
  params: requestPath,
  output: loanRequestViewSchema,
  owner: 'unknown-request',
  refusals: { 'unknown-request': requestRefusals['unknown-request'] },
  example: { params: { requestId: 'req_01kb0000000000000000000000' }, output: exampleRequest },
  errorImpact: 'Staff and patrons cannot see the progress of a request.',
});
