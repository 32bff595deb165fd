import { randomBytes } from 'node:crypto';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { WebhookSecretDeps } from '../deps.ts';
import { MOST_WEBHOOKS, type Webhook, type WebhookTerms } from '../domain/webhook.ts';
import { isRefusedUrl, refusedUrl } from './check-url.ts';
import { newSecretId, secretOf } from './sign.ts';

type Wanted = { owner: string; terms: WebhookTerms; by: string; now: number };

/** Creates a webhook. Returns it with its secret, which is never returned again. */
export const createWebhook = async (deps: WebhookSecretDeps, { owner, terms, by, now }: Wanted) => {
  if (await isRefusedUrl(deps, terms.url)) return refusedUrl();
  const { webhooks, secrets, ids } = deps;
  if ((await webhooks.list(owner)).length >= MOST_WEBHOOKS)
    return refuse('too-many-webhooks', `There are ${MOST_WEBHOOKS} already.`);
  const [webhookId, at, secret] = [ids.next('webhook', now), iso(now), secretOf(randomBytes(32))];
  const facts = [...new Set(terms.facts)];
  const webhook: Webhook = { webhookId, owner, ...terms, facts, createdAt: at, secretSince: at };
  // The secret first: a stored webhook can be sent to at once. Should the write fail, the secret belongs to nobody.
  const secretId = newSecretId();
  await secrets.store(webhookId, secretId, secret);
  const audit = { subject: `webhook:${webhookId}`, at, auditId: ids.next('audit', now), by, member: owner };
  await webhooks.add({ ...webhook, secretId }, { ...audit, did: 'create-webhook', detail: { url: terms.url, facts } });
  return answer({ ...webhook, secret });
};
