import * as z from 'zod';
import type { SendMessage } from './send-message.ts';

const about = { webhookId: z.string(), owner: z.string(), sendId: z.string(), at: z.iso.datetime() };
const rowSchema = z.discriminatedUnion('send', [
  z.object({ ...about, send: z.literal('test') }),
  z.object({ ...about, send: z.literal('delivery'), eventId: z.string(), happenedAt: z.iso.datetime() }),
  z.object({ ...about, send: z.literal('since'), since: z.iso.datetime() }),
]);

/** Returns the work of a stored request to send. Throws for an unreadable row. */
export const messagesOfSend = (row: unknown): SendMessage[] => {
  const request = rowSchema.parse(row);
  const { owner, webhookId, sendId, at } = request;
  const to = { cause: owner, owner, webhookId };
  // A period that ends before it begins has no deliveries, and no list of them.
  if (request.send === 'since') return request.since > at ? [] : [{ ...to, since: request.since, until: at, sendId }];
  if (request.send === 'delivery') return [{ ...to, eventId: request.eventId, at: request.happenedAt, again: true }];
  return [{ ...to, eventId: sendId, at, fact: { name: 'test', detail: { id: sendId, version: 1, at, webhookId } } }];
};
