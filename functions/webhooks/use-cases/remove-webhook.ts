import { isId } from '../../../layers/kernel/identity/id.ts';
import { answer } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { WebhookSecretDeps } from '../deps.ts';
import { changedMeanwhile, ownWebhook, unknownWebhook } from './own-webhook.ts';

type Removal = { owner: string; webhookId: string; by: string; now: number };

/** Removes a webhook with its secrets. What is still to be sent is dropped. */
export const removeWebhook = async (
  { webhooks, secrets, ids }: WebhookSecretDeps,
  { owner, webhookId, by, now }: Removal,
) => {
  const before = await ownWebhook(webhooks, owner, webhookId);
  if (!before || !isId('webhook', webhookId)) return unknownWebhook();
  const at = iso(now);
  const audit = { subject: `webhook:${webhookId}`, at, auditId: ids.next('audit', now), by, member: owner };
  // The secrets first: without its row, nobody would know them any more. Without its secret, a webhook sends nothing.
  const known = [before.secretId, before.oldSecretId].filter((one) => one !== undefined);
  await Promise.all(known.map((secretId) => secrets.forget(webhookId, secretId)));
  const removed = await webhooks.remove(before, { ...audit, did: 'remove-webhook', detail: { url: before.url } });
  return removed ? answer({ removed: true as const }) : changedMeanwhile();
};
