import type * as z from 'zod';
import type { Called } from './concord-api.ts';
import type { Exchange } from './exchange.ts';

/** A write of Concord as it was made out of a line. */
export type Write = { path: string; body: Record<string, unknown> };

/** The writes of the last lines, by key. */
export type LastWrites = {
  get(key: string): Write | undefined;
  set(key: string, write: Write): void;
  delete(key: string): void;
};

/** Holds the writes of the last `most` lines. */
export const lastWrites = (most = 2000): LastWrites => {
  const writes = new Map<string, Write>();
  return {
    get: (key) => writes.get(key),
    delete: (key) => void writes.delete(key),
    set: (key, write) => {
      writes.set(key, write);
      const [oldest] = writes.keys();
      if (writes.size > most && oldest !== undefined) writes.delete(oldest);
    },
  };
};

/**
 * Sends a write whose body depends on what Concord has (open bills, holds). A repeated line sends the body of the first time under the same
 * key, so that Concord returns its first response: made again, it would find the bill paid and the hold cancelled.
 */
export const askOnce = async <T>(
  { api, terminal, key, writes }: Exchange,
  make: () => Promise<Called<Write>>,
  schema: z.ZodType<T>,
): Promise<Called<T>> => {
  const before = writes.get(key);
  const made = before ? { ok: before } : await make();
  if (!('ok' in made)) return made;
  writes.set(key, made.ok);
  const called = await api.call(terminal.client, { method: 'POST', ...made.ok, key }, schema);
  if ('refused' in called && !called.passing) writes.delete(key);
  return called;
};
