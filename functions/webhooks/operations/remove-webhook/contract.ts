import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import {
  exampleWebhook,
  meanwhileRefusal,
  unknownWebhookRefusal,
  webhookManagers,
  webhookPath,
} from '../../schemas/webhooks.ts';

/** Removes a webhook with its secrets; what is still to be sent is dropped. */
export const contract = operation({
  id: 'webhooks-remove-webhook',
  context: 'webhooks',
  service: 'administration',
  method: 'DELETE',
  path: '/v1/webhooks/{owner}/{webhookId}',
  summary: 'Remove a webhook',
  permission: webhookManagers,
  touches: { table: 'write', webhooks: 'keep' },
  params: webhookPath,
  output: z.strictObject({ removed: z.literal(true) }),
  owner: 'unknown-webhook',
  refusals: { ...unknownWebhookRefusal, ...meanwhileRefusal },
  example: { params: { owner: 'riverton', webhookId: exampleWebhook.webhookId }, output: { removed: true } },
  errorImpact: 'A system that is not used any more still gets facts; a pause stops it.',
});
