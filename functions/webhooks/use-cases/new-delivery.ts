import type { StoredDelivery } from '../data/delivery-store.ts';
import type { SendDeps } from '../deps.ts';
import { bodyOf } from '../domain/delivery.ts';
import type { DeliveryMessage } from '../domain/send-message.ts';

const LOGGED_DAYS = 14;
const DAY_MS = 86_400_000;

type NewFact = Omit<DeliveryMessage, 'fact'> & { fact: NonNullable<DeliveryMessage['fact']> };

/** Returns the row of a new delivery. `now` in epoch ms. */
export const newDelivery = ({ webhookId, eventId, at, cause, fact }: NewFact, now: number): StoredDelivery => ({
  ...{ webhookId, eventId, at, cause, fact: fact.name, body: bodyOf(fact.name, at, fact.detail) },
  ...{ state: 'to-send', tries: 0, v: 1 },
  expiresAt: Math.floor((now + LOGGED_DAYS * DAY_MS) / 1000),
});

/** Sets a delivery to be sent again, unless that is so already. */
export const againOf = async (
  { deliveries }: Pick<SendDeps, 'deliveries'>,
  row: StoredDelivery,
): Promise<StoredDelivery | undefined> => {
  if (row.state === 'to-send') return row;
  return deliveries.change(row, { state: 'to-send', tries: 0 }, ['nextTryAt', 'claimedUntil']);
};
