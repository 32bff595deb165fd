import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { webhookDeps } from '../deps.ts';
import { ownWebhook, unknownWebhook } from './own-webhook.ts';

const PAGE = 50;

type Wanted = { owner: string; webhookId: string; after?: string | undefined };

/** Lists the deliveries of a webhook, the newest first. */
export const listDeliveries = async (
  { webhooks, deliveries }: Pick<ReturnType<typeof webhookDeps>, 'webhooks' | 'deliveries'>,
  { owner, webhookId, after }: Wanted,
) => {
  if (!(await ownWebhook(webhooks, owner, webhookId))) return unknownWebhook();
  const page = await deliveries.list(webhookId, { limit: PAGE, after });
  if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
  return answer({ deliveries: page.rows, ...(page.next !== undefined && { next: page.next }) });
};
