import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import type { webhookDeps } from '../deps.ts';
import { ownWebhook, unknownWebhook } from './own-webhook.ts';

const DAY_MS = 86_400_000;
/** How far back a replay may begin, in days. */
export const REPLAY_DAYS = 7;

type Deps = Pick<ReturnType<typeof webhookDeps>, 'webhooks' | 'deliveries' | 'sends'> & Pick<Runtime, 'ids'>;
type Wanted = { send: 'test' } | { send: 'delivery'; eventId: string; at: string } | { send: 'since'; since: string };
type Asked = {
  owner: string;
  webhookId: string;
  wanted: Wanted;
  now: number;
  keep: (shown: { sendId: string }) => Write[];
};

/** Asks a webhook to send a test, or something again: the stream brings it to the queue. */
export const requestSend = async (
  { webhooks, deliveries, sends, ids }: Deps,
  { owner, webhookId, wanted, now, keep }: Asked,
) => {
  const webhook = await ownWebhook(webhooks, owner, webhookId);
  if (!webhook) return unknownWebhook();
  if (webhook.paused) return refuse('webhook-paused', 'Resume it first.');
  const about = { webhookId, owner, sendId: ids.next('webhook-send', now), at: iso(now) };
  const shown = { sendId: about.sendId };
  if (wanted.send === 'since' && Date.parse(wanted.since) < now - REPLAY_DAYS * DAY_MS)
    return refuse('replay-too-old', `At most ${REPLAY_DAYS} days.`, '/body/since');
  if (wanted.send === 'since' && Date.parse(wanted.since) > now)
    return refuse('replay-in-future', 'It begins in the future.', '/body/since');
  if (wanted.send !== 'delivery') {
    // In the form of the log's times, by which deliveries are sorted.
    const what = wanted.send === 'since' ? { ...wanted, since: iso(Date.parse(wanted.since)) } : wanted;
    const isAdded = await sends.add({ ...about, ...what }, keep(shown));
    if (!isAdded && wanted.send === 'since') return refuse('replay-running', 'Another replay of this webhook runs.');
    return answer(shown);
  }
  const { eventId, at: happenedAt } = wanted;
  if (!(await deliveries.get({ webhookId, at: happenedAt, eventId })))
    return refuse('unknown-delivery', 'It is not in the log.', '/body/eventId');
  await sends.add({ ...about, send: 'delivery', eventId, happenedAt }, keep(shown));
  return answer(shown);
};
