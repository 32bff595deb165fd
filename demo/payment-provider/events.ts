import { createHmac } from 'node:crypto';
import { newId } from './state.ts';

/** Where events go, the secret that signs them, and the pauses before they are sent again, in milliseconds. */
export type EventOptions = { events: string; secret: string; retryMs: readonly number[] };

/** An event that was sent: its type, how often, and the last answer. */
export type SentEvent = { id: string; type: string; tries: number; answer: string };

/** Returns the header that signs a body at a time (epoch seconds). */
export const signedHeader = (secret: string, seconds: number, body: string): string =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;

/** Sends events in the background, each again until it is confirmed with 2xx or the pauses are used up. */
export const eventSender = ({ events, secret, retryMs }: EventOptions) => {
  const sent: SentEvent[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const attempt = async (event: SentEvent, body: string): Promise<void> => {
    event.tries += 1;
    try {
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': signedHeader(secret, Math.floor(Date.now() / 1000), body),
      };
      const answer = await fetch(events, { method: 'POST', headers, body, signal: AbortSignal.timeout(20_000) });
      event.answer = String(answer.status);
      if (answer.ok) return;
    } catch (error) {
      event.answer = error instanceof Error ? error.message : 'failed';
    }
    const pause = retryMs[event.tries - 1];
    if (pause === undefined) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      void attempt(event, body);
    }, pause);
    timers.add(timer);
  };
  return {
    sent,
    /** Sends an event about an object. */
    send: (type: string, object: unknown): void => {
      const id = newId('evt');
      const event: SentEvent = { id, type, tries: 0, answer: '' };
      sent.push(event);
      const created = Math.floor(Date.now() / 1000);
      void attempt(event, JSON.stringify({ id, object: 'event', type, created, livemode: false, data: { object } }));
    },
    stop: (): void => {
      for (const timer of timers) clearTimeout(timer);
    },
  };
};
