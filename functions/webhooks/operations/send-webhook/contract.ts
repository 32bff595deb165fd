import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleWebhook, unknownWebhookRefusal, webhookManagers, webhookPath } from '../../schemas/webhooks.ts';

const wanted = z.discriminatedUnion('send', [
  z.strictObject({ send: z.literal('test') }),
  z.strictObject({ send: z.literal('delivery'), eventId: z.string().min(1).max(200), at: z.iso.datetime() }),
  z.strictObject({ send: z.literal('since'), since: z.iso.datetime() }),
]);

/** Sends a test event, one delivery of the log again, or all since a time at most seven days ago. An id stays the same in each replay. */
export const contract = operation({
  id: 'webhooks-send-webhook',
  context: 'webhooks',
  service: 'administration',
  method: 'POST',
  path: '/v1/webhooks/{owner}/{webhookId}/sends',
  summary: 'Send a test event, or deliveries again',
  permission: webhookManagers,
  touches: { table: 'write' },
  params: webhookPath,
  body: wanted,
  status: 202,
  output: z.strictObject({ sendId: z.string() }),
  owner: 'unknown-webhook',
  namedOwner: { none: 'A delivery is found with its webhook only.' },
  refusals: {
    ...unknownWebhookRefusal,
    'unknown-delivery': { status: 404, meaning: 'The log of this webhook has no such delivery.' },
    'webhook-paused': { status: 409, meaning: 'It is paused: resume it first.' },
    'replay-running': { status: 409, meaning: 'A replay of this webhook runs: try again when it has ended.' },
    'replay-too-old': { status: 422, meaning: 'A replay begins at most seven days ago.' },
    'replay-in-future': { status: 422, meaning: 'A replay begins in the past.' },
  },
  example: {
    params: { owner: 'riverton', webhookId: exampleWebhook.webhookId },
    body: { send: 'test' },
    output: { sendId: 'whs_01kb0000000000000000000000' },
  },
  errorImpact: 'What a receiver missed cannot be sent again.',
});
