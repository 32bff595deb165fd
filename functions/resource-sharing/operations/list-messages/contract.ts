import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, pageQuery } from '../../../../layers/platform/http/page.ts';
import { exampleMessage, messageViewSchema } from '../../schemas/messages.ts';
import { atOwnMember, requestPath, requestRefusals } from '../../schemas/requests.ts';

/**
 * Lists the messages exchanged with partners about a request, oldest first, for staff of our library that has part in
 * it.
 */
export const contract = operation({
  id: 'resource-sharing-list-messages',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'GET',
  path: '/v1/resource-sharing/requests/{requestId}/messages',
  summary: 'List the messages with partners about a request',
  permission: [atOwnMember],
  bundleKilobytes: 989,
  touches: { table: 'read' },
  params: requestPath,
  query: z.strictObject(pageQuery),
  output: z.strictObject({ messages: z.array(messageViewSchema), next: z.string().optional() }),
  owner: 'unknown-request',
  refusals: { ...cursorRefusal, 'unknown-request': requestRefusals['unknown-request'] },
  example: {
    params: { requestId: 'req_01kb0000000000000000000000' },
    query: {},
    output: { messages: [exampleMessage] },
  },
  errorImpact: 'Staff cannot see the messages of a partner, or whether it received ours.',
});
