import * as z from 'zod';

/** A message of the correspondence with a partner, as a person reads it. */
export const messageViewSchema = z.strictObject({
  messageId: z.string(),
  requestId: z.string(),
  partnerId: z.string(),
  /** The member of ours for whom it is. */
  member: z.string(),
  at: z.string(),
  direction: z.enum(['in', 'out']),
  /** Of ours: to-send, confirmed, failed, void (overtaken), resent; of theirs: to-decide, applied, noted, refused. */
  state: z.string(),
  /** What it says, in one sentence. */
  summary: z.string(),
  /** Why it did not get through, last. */
  error: z.string().optional(),
  /** Why it moved nothing, as a code of the workflow or of what was noted. */
  why: z.string().optional(),
  /** What was put right in it when it was read: the elements that were missing or could not be read. */
  mended: z.array(z.string()).optional(),
  /** How often it was sent, and when it is next. */
  attempts: z.number().optional(),
  nextTryAt: z.string().optional(),
  settledAt: z.string().optional(),
  /** As ISO 18626 has it, without the patron; for staff who work with interlibrary loans. */
  xml: z.string().optional(),
});
export type MessageView = z.infer<typeof messageViewSchema>;

export const exampleMessage: MessageView = {
  messageId: 'ask_01kb0000000000000000000000.requester.0001',
  requestId: 'req_01kb0000000000000000000000',
  partnerId: 'prt_01kb0000000000000000000000',
  member: 'riverton',
  at: '2026-11-24T15:00:00.000Z',
  direction: 'out',
  state: 'failed',
  summary: 'Asks for it',
  error: 'timed-out: 10000 ms',
  attempts: 3,
  settledAt: '2026-11-24T15:20:00.000Z',
};
