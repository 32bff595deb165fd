import * as z from 'zod';

/** The states of a delivery; `not-sent` while its webhook was paused. */
export const deliveryStates = ['to-send', 'delivered', 'failed', 'not-sent'] as const;

/** A delivery of one fact to one webhook, as the log shows it. */
export const deliverySchema = z.strictObject({
  /** The header `webhook-id`: the same in every attempt and replay. */
  eventId: z.string(),
  /** When it happened. */
  at: z.iso.datetime(),
  fact: z.string(),
  state: z.enum(deliveryStates),
  /** The number of attempts since it was last set to be sent. */
  tries: z.int().min(0),
  /** The last attempt: when, the HTTP status, the duration, and why it failed or the start of the answer. */
  triedAt: z.iso.datetime().exactOptional(),
  status: z.int().exactOptional(),
  milliseconds: z.int().exactOptional(),
  answer: z.string().exactOptional(),
  nextTryAt: z.iso.datetime().exactOptional(),
});
export type Delivery = z.infer<typeof deliverySchema>;

/** The pauses after failed attempts, in seconds: eight attempts in 27.6 hours. */
export const RETRY_SECONDS: readonly number[] = [5, 300, 1800, 7200, 18_000, 36_000, 36_000];

const LONGEST_ANSWER = 200;
const GONE = 410;

/** The result of an attempt. */
export type Attempt = Pick<Delivery, 'status' | 'answer'> & { outcome: 'delivered' | 'failed' | 'gone' };

const plain = (text: string): string =>
  text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_ANSWER);

/** What came of a request: the receiver's response, or why there is none. */
type Response = { status: number; body: Uint8Array } | { failed: string; detail: string };

/** Reads the receiver's response: any 2xx is a success, 410 ends the subscription, anything else is repeated. */
export const readResponse = (result: Response): Attempt => {
  if ('failed' in result) return { outcome: 'failed', answer: plain(`${result.failed}: ${result.detail}`) };
  const { status, body } = result;
  const text = plain(Buffer.from(body).toString('utf8'));
  const outcome = status >= 200 && status < 300 ? 'delivered' : status === GONE ? 'gone' : 'failed';
  return { outcome, status, ...(text !== '' && { answer: text }) };
};

/** Returns the pause after so many failed attempts, in seconds; undefined after the last. */
export const pauseAfter = (tries: number): number | undefined => RETRY_SECONDS[tries - 1];

/** Returns the body of a request: the form that the Standard Webhooks specification recommends. */
export const bodyOf = (name: string, at: string, data: unknown): string =>
  JSON.stringify({ type: name, timestamp: at, data });
