import type { StoredDelivery } from '../data/delivery-store.ts';
import type { SendDeps } from '../deps.ts';
import type { DeliveryMessage, ReplayMessage, SendMessage } from '../domain/send-message.ts';
import { againOf, newDelivery } from './new-delivery.ts';
import { sendDelivery } from './send-delivery.ts';

/** How many deliveries of a replay are set to be sent by one message. */
const PAGE = 100;

/** Loads the delivery of a message, or adds it once; undefined when there is none. */
const rowOf = async (deps: SendDeps, message: DeliveryMessage, now: number): Promise<StoredDelivery | undefined> => {
  const { fact } = message;
  if (fact !== undefined) {
    const row = newDelivery({ ...message, fact }, now);
    if (await deps.deliveries.add(row)) return row;
  }
  const known = await deps.deliveries.get(message);
  return known && message.again ? againOf(deps, known) : known;
};

/** Sets the deliveries of a period to be sent again, and asks for each by a message of its own. */
const replay = async (deps: SendDeps, message: ReplayMessage): Promise<void> => {
  const { since, until, after, sendId, ...to } = message;
  const page = await deps.deliveries.between(to.webhookId, [since, until], { limit: PAGE, after });
  if (page === 'bad-cursor') throw new Error('A replay has a cursor of another list.');
  // A test, and what is being sent already, is not sent again.
  const wanted = page.rows.filter(({ fact, state }) => fact !== 'test' && state !== 'to-send');
  await deps.queue.send(wanted.map(({ eventId, at }) => ({ ...to, eventId, at, again: true })));
  if (page.next !== undefined) await deps.queue.send([{ ...message, after: page.next }]);
  else if (sendId !== undefined) await deps.sends.endReplay({ webhookId: to.webhookId, sendId });
};

/** Processes a message of the queue: a delivery, or a page of a replay. Repeated and in any order. */
export const processSend = async (deps: SendDeps, message: SendMessage, now: number): Promise<void> => {
  const webhook = await deps.webhooks.get(message.webhookId);
  // It was removed meanwhile.
  if (!webhook) return;
  if ('since' in message) return replay(deps, message);
  const row = await rowOf(deps, message, now);
  if (row?.state === 'to-send') await sendDelivery(deps, { webhook, row }, now);
};
