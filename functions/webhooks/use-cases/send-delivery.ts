import { post } from '../../../layers/platform/http/outbound/post.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { StoredDelivery } from '../data/delivery-store.ts';
import type { StoredWebhook } from '../data/webhook-store.ts';
import type { SendDeps } from '../deps.ts';
import { type Attempt, pauseAfter, readResponse } from '../domain/delivery.ts';
import { noteFailure, noteSuccess } from './note-health.ts';
import { signedHeaders } from './sign.ts';

/** The duration of a claim in milliseconds: longer than a post, shorter than the queue's visibility timeout. */
const CLAIM_MS = 60_000;
/** The maximum delay of a queue message in seconds; longer waits consist of several. */
const LONGEST_DELAY = 900;
const PATIENCE = { timeoutMs: 10_000, maxBytes: 64 * 1024 };

type Sending = { webhook: StoredWebhook; row: StoredDelivery };

const lookAgain = ({ queue }: SendDeps, { webhook, row }: Sending, seconds: number): Promise<void> => {
  const { webhookId, eventId, at, cause } = row;
  const message = { cause, owner: webhook.owner, webhookId, eventId, at };
  return queue.send([message], Math.min(LONGEST_DELAY, Math.max(1, Math.ceil(seconds))));
};

const secretsOf = async ({ secrets }: SendDeps, webhook: StoredWebhook, now: number): Promise<string[]> => {
  const { webhookId, secretId, oldSecretId, oldSecretUntil } = webhook;
  const both = oldSecretId !== undefined && oldSecretUntil !== undefined && Date.parse(oldSecretUntil) > now;
  const ids = both ? [secretId, oldSecretId] : [secretId];
  const read = await Promise.all(ids.map((id) => secrets.read(webhookId, id, now)));
  return read.filter((secret) => secret !== undefined);
};

const attempt = async (deps: SendDeps, { webhook, row }: Sending, now: number): Promise<Attempt> => {
  const secrets = await secretsOf(deps, webhook, now);
  if (secrets.length === 0) return { outcome: 'failed', answer: 'The webhook has no secret: renew it.' };
  const signed = { id: row.eventId, timestamp: Math.floor(now / 1000), body: row.body };
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Concord',
    ...signedHeaders(secrets, signed),
  };
  return readResponse(await post({ url: webhook.url, body: row.body, headers, ...PATIENCE }, deps.reach));
};

const settle = async (deps: SendDeps, { webhook, row }: Sending, made: Attempt, startedAt: number): Promise<void> => {
  const now = deps.clock.now();
  const { outcome, ...response } = made;
  const tries = row.tries + 1;
  const tried = { ...response, tries, triedAt: iso(startedAt), milliseconds: Math.max(0, now - startedAt) };
  const over = [
    'claimedUntil',
    'nextTryAt',
    ...(['status', 'answer'] as const).filter((one) => !(one in tried)),
  ] as const;
  if (outcome === 'delivered') {
    await deps.deliveries.change(row, { ...tried, state: 'delivered' }, over);
    return noteSuccess(deps, webhook);
  }
  const paused = await noteFailure(deps, webhook, outcome === 'gone', now);
  const seconds = paused ? undefined : pauseAfter(tries);
  if (seconds === undefined) {
    await deps.deliveries.change(row, { ...tried, state: 'failed' }, over);
    return;
  }
  const again = { ...tried, nextTryAt: iso(now + seconds * 1000) };
  const waiting = await deps.deliveries.change(
    row,
    again,
    over.filter((one) => one !== 'nextTryAt'),
  );
  if (waiting) await lookAgain(deps, { webhook, row: waiting }, seconds);
};

/**
 * Sends a delivery when it is time: one process at a time sends it. A failed attempt is repeated after growing pauses. A process that
 * dies between post and write causes a second request with the same `webhook-id`.
 */
export const sendDelivery = async (deps: SendDeps, { webhook, row }: Sending, now: number): Promise<void> => {
  if (webhook.paused) {
    await deps.deliveries.change(row, { state: 'not-sent' }, ['claimedUntil', 'nextTryAt']);
    return;
  }
  const waits = [row.nextTryAt, row.claimedUntil].map((until) => (until === undefined ? 0 : Date.parse(until) - now));
  const wait = Math.max(...waits);
  if (wait > 0) return lookAgain(deps, { webhook, row }, wait / 1000);
  const claimedUntil = iso(deps.clock.now() + CLAIM_MS);
  const claimed = await deps.deliveries.change(row, { claimedUntil });
  // Another process is sending it; should that process die, the repeated look finds it unsent.
  if (!claimed) return lookAgain(deps, { webhook, row }, CLAIM_MS / 1000);
  const startedAt = deps.clock.now();
  const made = await attempt(deps, { webhook, row: claimed }, startedAt);
  await settle(deps, { webhook, row: claimed }, made, startedAt);
};
