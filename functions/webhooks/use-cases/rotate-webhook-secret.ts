import { randomBytes } from 'node:crypto';
import { answer } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { shownWebhook } from '../data/webhook-store.ts';
import type { WebhookSecretDeps } from '../deps.ts';
import { changedMeanwhile, ownWebhook, unknownWebhook } from './own-webhook.ts';
import { newSecretId, secretOf } from './sign.ts';

const DAY_MS = 86_400_000;

type Rotation = { owner: string; webhookId: string; by: string; now: number };

/** Gives a webhook a new secret, returned this once. For a day requests are signed with both. */
export const rotateWebhookSecret = async (
  { webhooks, secrets, ids }: WebhookSecretDeps,
  { owner, webhookId, by, now }: Rotation,
) => {
  const before = await ownWebhook(webhooks, owner, webhookId);
  if (!before) return unknownWebhook();
  const [at, oldSecretUntil, secret] = [iso(now), iso(now + DAY_MS), secretOf(randomBytes(32))];
  const secretId = newSecretId();
  await secrets.store(webhookId, secretId, secret);
  const after = { ...before, secretId, oldSecretId: before.secretId, secretSince: at, oldSecretUntil };
  const audit = { subject: `webhook:${webhookId}`, at, auditId: ids.next('audit', now), by, member: owner };
  const line = auditWrite({ ...audit, did: 'rotate-webhook-secret', detail: { oldSecretUntil } });
  if (!(await webhooks.edit(before, after, [line]))) {
    await secrets.forget(webhookId, secretId);
    return changedMeanwhile();
  }
  if (before.oldSecretId !== undefined) await secrets.forget(webhookId, before.oldSecretId);
  return answer({ ...shownWebhook(after), secret });
};
