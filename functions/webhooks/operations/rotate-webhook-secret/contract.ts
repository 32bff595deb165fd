import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { webhookSchema } from '../../domain/webhook.ts';
import {
  exampleSecret,
  exampleWebhook,
  meanwhileRefusal,
  unknownWebhookRefusal,
  webhookManagers,
  webhookPath,
} from '../../schemas/webhooks.ts';

/** Gives a webhook a new secret, returned once. For 24 hours each request has a signature of both secrets. */
export const contract = operation({
  id: 'webhooks-rotate-webhook-secret',
  context: 'webhooks',
  service: 'administration',
  method: 'POST',
  path: '/v1/webhooks/{owner}/{webhookId}/secret',
  summary: 'Renew the secret of a webhook',
  permission: webhookManagers,
  touches: { table: 'write', webhooks: 'keep' },
  // The answer is not stored: it would hold the secret in the clear.
  idempotency: 'none',
  params: webhookPath,
  output: z.strictObject({ ...webhookSchema.shape, secret: z.string() }),
  owner: 'unknown-webhook',
  refusals: { ...unknownWebhookRefusal, ...meanwhileRefusal },
  example: {
    params: { owner: 'riverton', webhookId: exampleWebhook.webhookId },
    output: { ...exampleWebhook, oldSecretUntil: '2026-11-26T09:00:00.000Z', secret: exampleSecret },
  },
  errorImpact: 'A secret that others may know cannot be replaced; pause the webhook meanwhile.',
});
