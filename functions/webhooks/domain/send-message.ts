import * as z from 'zod';

const about = { cause: z.string().min(1), owner: z.string().min(1), webhookId: z.string().min(1) };

/** Work of the queue: a delivery (with its fact, when it is new), or the replay of what happened since a time, page by page. */
export const sendMessageSchema = z.union([
  z.strictObject({
    ...about,
    eventId: z.string().min(1),
    at: z.iso.datetime(),
    fact: z.strictObject({ name: z.string(), detail: z.unknown() }).optional(),
    /** Staff send it again. */
    again: z.literal(true).optional(),
  }),
  z.strictObject({
    ...about,
    ...{ since: z.iso.datetime(), until: z.iso.datetime(), after: z.string().optional() },
    /** The request, whose replay ends with the last page. */
    sendId: z.string().min(1).optional(),
  }),
]);
export type SendMessage = z.infer<typeof sendMessageSchema>;
export type DeliveryMessage = Extract<SendMessage, { eventId: string }>;
export type ReplayMessage = Extract<SendMessage, { since: string }>;
