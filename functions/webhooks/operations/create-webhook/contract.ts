import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { webhookSchema, webhookTermsSchema } from '../../domain/webhook.ts';
import { addressRefusal, exampleSecret, exampleWebhook, ownerPath, webhookManagers } from '../../schemas/webhooks.ts';

const { name, url, facts } = exampleWebhook;

/**
 * Creates a webhook: chosen facts that concern a member, or all facts of the consortium, are sent to an address, signed by the Standard
 * Webhooks specification with a secret that is returned once. The guide: docs/webhooks.md.
 */
export const contract = operation({
  id: 'webhooks-create-webhook',
  context: 'webhooks',
  service: 'administration',
  method: 'POST',
  path: '/v1/webhooks/{owner}',
  summary: 'Create a webhook',
  permission: webhookManagers,
  touches: { table: 'write', webhooks: 'keep' },
  // The answer is not stored: it would hold the secret in the clear.
  idempotency: 'none',
  params: ownerPath,
  body: webhookTermsSchema,
  status: 201,
  output: z.strictObject({ ...webhookSchema.shape, secret: z.string() }),
  refusals: {
    ...addressRefusal,
    'too-many-webhooks': { status: 409, meaning: 'This owner has as many webhooks as it may.' },
  },
  example: {
    params: { owner: 'riverton' },
    body: { name, url, facts },
    output: { ...exampleWebhook, secret: exampleSecret },
  },
  errorImpact: 'No further system can be connected.',
});
