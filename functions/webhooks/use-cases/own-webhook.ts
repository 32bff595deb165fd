import { refuse } from '../../../layers/platform/http/outcome.ts';
import type { StoredWebhook, WebhookStore } from '../data/webhook-store.ts';

/** Loads a webhook when it is this owner's. */
export const ownWebhook = async (
  webhooks: Pick<WebhookStore, 'get'>,
  owner: string,
  webhookId: string,
): Promise<StoredWebhook | undefined> => {
  const webhook = await webhooks.get(webhookId);
  return webhook?.owner === owner ? webhook : undefined;
};

/** Refuses a webhook that is not there, or another owner's. */
export const unknownWebhook = () => refuse('unknown-webhook', 'There is no such webhook.');

/** Refuses a change that another one preceded. */
export const changedMeanwhile = () => refuse('changed-meanwhile', 'Others changed it: try again.');
