import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorSchema } from '../../../../layers/platform/http/page.ts';
import { deliverySchema } from '../../domain/delivery.ts';
import {
  exampleDelivery,
  exampleWebhook,
  unknownWebhookRefusal,
  webhookManagers,
  webhookPath,
} from '../../schemas/webhooks.ts';

/** Lists the deliveries of a webhook of the last 14 days, the newest first: state, attempts, HTTP status, duration. */
export const contract = operation({
  id: 'webhooks-list-deliveries',
  context: 'webhooks',
  service: 'administration',
  method: 'GET',
  path: '/v1/webhooks/{owner}/{webhookId}/deliveries',
  summary: 'List the deliveries of a webhook',
  permission: webhookManagers,
  touches: { table: 'read' },
  params: webhookPath,
  query: z.strictObject({ after: cursorSchema.optional() }),
  output: z.strictObject({ deliveries: z.array(deliverySchema), next: z.string().optional() }),
  owner: 'unknown-webhook',
  refusals: {
    ...unknownWebhookRefusal,
    'bad-cursor': { status: 400, meaning: 'The cursor is not one that this list gave.' },
  },
  example: {
    params: { owner: 'riverton', webhookId: exampleWebhook.webhookId },
    output: { deliveries: [exampleDelivery] },
  },
  errorImpact: 'Nobody sees what a receiver got or missed.',
});
