import * as z from 'zod';
import { isFactName } from '../../../events/published.ts';
import { records, type Webhook } from './webhook.ts';

/** The fields that the fan-out reads of every published fact. */
const factSchema = z.looseObject({
  id: z.string().min(1),
  at: z.iso.datetime(),
  /** The members concerned; a fact without members concerns all. */
  members: z.record(z.string(), z.string().optional()).optional(),
});

/** A published fact with its name, and the member that caused it. */
export type PublishedFact = { cause: string; name: string; detail: unknown };

/** A fact for one webhook. */
export type FactToSend = {
  cause: string;
  owner: string;
  webhookId: string;
  eventId: string;
  at: string;
  fact: { name: string; detail: unknown };
};

type Subscription = Pick<Webhook, 'webhookId' | 'owner' | 'facts' | 'paused'>;

const concerns = ({ owner }: Subscription, members: Record<string, string | undefined> | undefined): boolean =>
  owner === 'consortium' || members === undefined || Object.values(members).includes(owner);

/** Returns one message for each webhook that chose a fact and may see it. `now` in epoch ms. */
export const fanOut = (
  webhooks: readonly Subscription[],
  facts: readonly PublishedFact[],
  now: number,
): FactToSend[] => {
  const open = webhooks.filter((webhook) => records(webhook, now));
  return facts.flatMap(({ cause, name, detail }) => {
    if (!isFactName(name)) return [];
    const subscribed = open.filter(({ facts: chosen }) => chosen.includes(name));
    if (subscribed.length === 0) return [];
    const { id: eventId, at, members } = factSchema.parse(detail);
    return subscribed
      .filter((webhook) => concerns(webhook, members))
      .map(({ owner, webhookId }) => ({ cause, owner, webhookId, eventId, at, fact: { name, detail } }));
  });
};
