import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleOpened, linkRefusals, openedCopySchema } from '../../schemas/copies.ts';
import { atOwnMember, requestPath, requestRefusals } from '../../schemas/requests.ts';

/**
 * Shows the copy that was sent for a request, with an address to view it: for staff of the two libraries, whose views
 * do not count as the patron’s.
 */
export const contract = operation({
  id: 'resource-sharing-show-copy',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'GET',
  path: '/v1/resource-sharing/requests/{requestId}/copy',
  summary: 'Look at the copy of a loan request',
  permission: [atOwnMember],
  bundleKilobytes: 970,
  touches: { table: 'read', bucket: 'read' },
  params: requestPath,
  output: openedCopySchema,
  owner: 'unknown-request',
  refusals: {
    'unknown-request': requestRefusals['unknown-request'],
    'unknown-copy': { status: 404, meaning: 'No copy has been sent.' },
    'copy-gone': linkRefusals['copy-gone'],
  },
  example: { params: { requestId: 'req_01kb0000000000000000000000' }, output: exampleOpened },
  errorImpact: 'Staff cannot see whether a copy is usable before they hand it on.',
});
