import * as z from 'zod';

/** A message exchanged with a partner, as staff read it. */
export const messageViewSchema = z.strictObject({
  messageId: z.string(),
  requestId: z.string(),
  partnerId: z.string(),
  /** The member that it belongs to. */
  member: z.string(),
  at: z.string(),
  direction: z.enum(['in', 'out']),
  /** Of ours: to-send, confirmed, failed, void (obsolete), resent; of theirs: to-decide, applied, noted, refused. */
  state: z.string(),
  /** Its content in one sentence. */
  summary: z.string(),
  /** The error of its last attempt. */
  error: z.string().optional(),
  /** The reason why it changed nothing, as a code of the workflow or of the note. */
  why: z.string().optional(),
  /** The elements that were repaired when it was read: missing or unreadable ones. */
  mended: z.array(z.string()).optional(),
  /** The number of attempts, and the time of the next one. */
  attempts: z.number().optional(),
  nextTryAt: z.string().optional(),
  settledAt: z.string().optional(),
  /** The ISO 18626 XML without the patron, for interlibrary loan staff. */
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
