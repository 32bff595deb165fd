import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { StoredWebhook } from '../data/webhook-store.ts';
import type { SendDeps } from '../deps.ts';
import { hasFailedLong } from '../domain/webhook.ts';

type Deps = Pick<SendDeps, 'webhooks'>;

/** Notes that a webhook works again. A concurrent change is left as it is: the next success notes it. */
export const noteSuccess = async ({ webhooks }: Deps, webhook: StoredWebhook): Promise<void> => {
  if (webhook.failingSince === undefined) return;
  const { failingSince: _failing, ...working } = webhook;
  await webhooks.edit(webhook, working);
};

/**
 * Notes a failure: since when a webhook has failed, and a pause when its receiver is gone or has failed for days. Returns whether it is
 * paused now. A concurrent change is left as it is: the next failure notes it.
 */
export const noteFailure = async (
  { webhooks }: Deps,
  webhook: StoredWebhook,
  gone: boolean,
  now: number,
): Promise<boolean> => {
  const failingSince = webhook.failingSince ?? iso(now);
  const ends = gone || hasFailedLong({ failingSince }, now);
  if (!ends && webhook.failingSince !== undefined) return false;
  const paused = { because: gone ? ('gone' as const) : ('failing' as const), at: iso(now) };
  const written = await webhooks.edit(webhook, { ...webhook, failingSince, ...(ends && { paused }) });
  return ends && (written || gone);
};
