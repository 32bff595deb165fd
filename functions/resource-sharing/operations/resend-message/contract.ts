import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleMessage, messageViewSchema } from '../../schemas/messages.ts';
import { partnerReaders } from '../../schemas/partners.ts';
import { requestPath } from '../../schemas/requests.ts';

/**
 * Sends a failed message again after its cause is fixed: the same message, with the same numbers and time. The old log
 * entry remains.
 */
export const contract = operation({
  id: 'resource-sharing-resend-message',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/requests/{requestId}/messages/resend',
  summary: 'Send a message to a partner again',
  permission: partnerReaders,
  bundleKilobytes: 1002,
  touches: { table: 'write' },
  params: requestPath,
  body: z.strictObject({
    messageId: z.string().min(1).max(200),
    /** When it was added to the log, as the log states. */
    at: z.iso.datetime(),
  }),
  status: 202,
  output: messageViewSchema,
  owner: 'unknown-message',
  refusals: {
    'unknown-message': { status: 404, meaning: 'There is no such message, or it is of another library.' },
    'not-failed': { status: 409, meaning: 'Only a message that could not be delivered is sent again.' },
  },
  example: {
    params: { requestId: 'req_01kb0000000000000000000000' },
    body: { messageId: exampleMessage.messageId, at: exampleMessage.at },
    output: { ...exampleMessage, state: 'to-send', attempts: 0 },
  },
  errorImpact: 'Messages that did not reach a partner cannot be sent again.',
});
