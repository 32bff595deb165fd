import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { webhookSchema, webhookTermsSchema } from '../../domain/webhook.ts';
import {
  addressRefusal,
  exampleWebhook,
  meanwhileRefusal,
  unknownWebhookRefusal,
  webhookManagers,
  webhookPath,
} from '../../schemas/webhooks.ts';

/** Changes a webhook: its name, address or facts, or pauses or resumes it. Facts of a pause of up to seven days can be replayed. */
export const contract = operation({
  id: 'webhooks-edit-webhook',
  context: 'webhooks',
  service: 'administration',
  method: 'PATCH',
  path: '/v1/webhooks/{owner}/{webhookId}',
  summary: 'Change, pause or resume a webhook',
  permission: webhookManagers,
  touches: { table: 'write', webhooks: 'keep' },
  params: webhookPath,
  body: z.strictObject({ ...webhookTermsSchema.partial().shape, paused: z.boolean().optional() }),
  output: webhookSchema,
  owner: 'unknown-webhook',
  refusals: { ...unknownWebhookRefusal, ...addressRefusal, ...meanwhileRefusal },
  example: {
    params: { owner: 'riverton', webhookId: exampleWebhook.webhookId },
    body: { paused: true },
    output: { ...exampleWebhook, paused: { because: 'staff', at: '2026-11-25T09:00:00.000Z' } },
  },
  errorImpact: 'A webhook cannot be paused, resumed or sent elsewhere.',
});
