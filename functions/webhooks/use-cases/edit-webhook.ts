import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { answer } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { type StoredWebhook, shownWebhook } from '../data/webhook-store.ts';
import type { WebhookSecretDeps } from '../deps.ts';
import type { Webhook, WebhookTerms } from '../domain/webhook.ts';
import { isRefusedUrl, refusedUrl } from './check-url.ts';
import { changedMeanwhile, ownWebhook, unknownWebhook } from './own-webhook.ts';

/** The changed fields; one that is undefined stays. */
export type WebhookChange = { [name in keyof WebhookTerms]?: WebhookTerms[name] | undefined } & {
  paused?: boolean | undefined;
};
type Edit = {
  owner: string;
  webhookId: string;
  change: WebhookChange;
  by: string;
  now: number;
  keep: (shown: Webhook) => Write[];
};

const changed = (before: StoredWebhook, { paused, ...terms }: WebhookChange, at: string): StoredWebhook => {
  const named = Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined));
  const after: StoredWebhook = { ...before, ...named };
  if (paused === true) return { ...after, paused: before.paused ?? { because: 'staff', at } };
  if (paused === undefined) return after;
  const { paused: _paused, failingSince: _failing, ...resumed } = after;
  return resumed;
};

/** Changes a webhook: its address, its facts, or whether it is paused. */
export const editWebhook = async (deps: WebhookSecretDeps, { owner, webhookId, change, by, now, keep }: Edit) => {
  const { webhooks, ids } = deps;
  const before = await ownWebhook(webhooks, owner, webhookId);
  if (!before) return unknownWebhook();
  if (change.url !== undefined && (await isRefusedUrl(deps, change.url))) return refusedUrl();
  const at = iso(now);
  const after = changed(before, change, at);
  const detail = { url: after.url, facts: after.facts, paused: after.paused !== undefined };
  const audit = { subject: `webhook:${webhookId}`, at, auditId: ids.next('audit', now), by, member: owner };
  const shown = shownWebhook(after);
  const line = auditWrite({ ...audit, did: 'edit-webhook', detail });
  return (await webhooks.edit(before, after, [line, ...keep(shown)])) ? answer(shown) : changedMeanwhile();
};
