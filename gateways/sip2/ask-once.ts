import type * as z from 'zod';
import type { Called } from './concord-api.ts';
import type { Exchange } from './exchange.ts';
import type { Write } from './last-writes.ts';

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
