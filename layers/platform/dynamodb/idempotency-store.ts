import * as z from 'zod';
import { absent, and, equals, lacks } from './condition.ts';
import { key } from './idempotency-keys.ts';
import { stamp, type Table } from './table.ts';
import type { Write } from './write.ts';

const answerSchema = z.object({ statusCode: z.number(), headers: z.record(z.string(), z.string()), body: z.string() });
const recordSchema = z.object({ bodyHash: z.string(), expiresAt: z.number(), answer: answerSchema.optional() });

/** An Idempotency-Key with its scope. */
export type RequestId = { actor: string; operation: string; requestKey: string };
export type StoredAnswer = z.infer<typeof answerSchema>;

/** How long a key is stored, in seconds: 24 hours. */
const RETENTION_SECONDS = 24 * 60 * 60;
/** How long a crashed worker blocks its key, in seconds (the gateway's own limit is 30). */
const held = 60;

/**
 * Claims a key for a body. Returns 'opened', or the reason why not: a request in flight, another body, or the earlier response. `now` in
 * epoch ms.
 */
export const openRequest = async (
  table: Table,
  id: RequestId,
  bodyHash: string,
  now: number,
): Promise<'opened' | 'in-flight' | 'other-body' | { answer: StoredAnswer }> => {
  const put = {
    ...key('request', id),
    ...stamp('request', 1),
    bodyHash,
    openedAt: now,
    expiresAt: Math.floor(now / 1000) + RETENTION_SECONDS,
  };
  const conflict = await table.write([{ put, when: absent() }]);
  if (!conflict) return 'opened';
  const before = recordSchema.extend({ openedAt: z.number() }).parse(conflict.conflict[0]?.was);
  const stale = before.expiresAt * 1000 < now || (!before.answer && before.openedAt + held * 1000 < now);
  if (stale) return (await table.write([{ put, when: equals('openedAt', before.openedAt) }])) ? 'in-flight' : 'opened';
  if (before.bodyHash !== bodyHash) return 'other-body';
  return before.answer ? { answer: before.answer } : 'in-flight';
};

/**
 * Returns the write that stores the response of the run that opened a key at `openedAt` (epoch ms). It belongs in the transaction of the
 * work, which makes both atomic: a retry after a crash finds the stored response, and a run that has lost its key writes nothing.
 */
export const answerWrite = (
  id: RequestId,
  openedAt: number,
  answer: StoredAnswer,
): Extract<Write, { update: unknown }> => ({
  update: key('request', id),
  set: { answer },
  when: and(equals('openedAt', openedAt), lacks('answer')),
});

/** Stores the response of a key's run; does nothing for a run that has lost its key to another. */
export const settleRequest = async (
  table: Table,
  id: RequestId,
  openedAt: number,
  answer: StoredAnswer,
): Promise<void> => {
  await table.write([answerWrite(id, openedAt, answer)]);
};

/** Releases the key of a refused run, so that the caller can fix the cause and retry; never the key of another run. */
export const forgetRequest = async (table: Table, id: RequestId, openedAt: number): Promise<void> => {
  await table.write([{ delete: key('request', id), when: and(equals('openedAt', openedAt), lacks('answer')) }]);
};
