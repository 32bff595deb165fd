import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, pageQuery } from '../../../../layers/platform/http/page.ts';
import { exampleMessage, messageViewSchema } from '../../schemas/messages.ts';
import { partnerPath, partnerReaders } from '../../schemas/partners.ts';

/**
 * Lists the messages exchanged with a partner, newest first, or only the failed ones. Staff of a member see their
 * member’s messages; a page may then be short and still have a next one.
 */
export const contract = operation({
  id: 'resource-sharing-list-partner-messages',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'GET',
  path: '/v1/resource-sharing/partners/{partnerId}/messages',
  summary: 'List the messages exchanged with a partner',
  permission: partnerReaders,
  bundleKilobytes: 977,
  touches: { table: 'read' },
  params: partnerPath,
  query: z.strictObject({ ...pageQuery, only: z.enum(['failed']).optional() }),
  output: z.strictObject({ messages: z.array(messageViewSchema), next: z.string().optional() }),
  refusals: cursorRefusal,
  example: {
    params: { partnerId: 'prt_01kb0000000000000000000000' },
    query: { only: 'failed' },
    output: { messages: [exampleMessage] },
  },
  errorImpact: 'Staff cannot see which messages did not reach a partner.',
});
