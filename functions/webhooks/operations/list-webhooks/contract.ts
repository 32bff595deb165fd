import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { webhookSchema } from '../../domain/webhook.ts';
import { exampleWebhook, ownerPath, webhookManagers } from '../../schemas/webhooks.ts';

/** Lists the webhooks of a member, or of `consortium`, without their secrets. */
export const contract = operation({
  id: 'webhooks-list-webhooks',
  context: 'webhooks',
  service: 'administration',
  method: 'GET',
  path: '/v1/webhooks/{owner}',
  summary: 'List webhooks',
  permission: webhookManagers,
  touches: { table: 'read' },
  params: ownerPath,
  output: z.strictObject({ webhooks: z.array(webhookSchema) }),
  refusals: {},
  example: { params: { owner: 'riverton' }, output: { webhooks: [exampleWebhook] } },
  errorImpact: 'Nobody sees to which systems facts are sent.',
});
