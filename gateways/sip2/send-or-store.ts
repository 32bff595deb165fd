import type * as z from 'zod';
import { readSipDate } from '../../layers/protocols/sip2/dates.ts';
import type { Called } from './concord-api.ts';
import type { Exchange } from './exchange.ts';

/**
 * Sends a transaction to Concord. One that the self-check made off line (no block: it may not be refused any more) has the time at which it was
 * made; while Concord cannot be reached, or earlier ones still wait, the journal stores it and sends it in its order.
 */
export const sendOrStore = async <T>(
  { api, journal, request, terminal, settings, key }: Exchange,
  { path, body }: { path: string; body: Record<string, unknown> },
  schema: z.ZodType<T>,
): Promise<Called<T> | { stored: true }> => {
  const asked = { method: 'POST' as const, path, key };
  if (request.fixed.noBlock !== 'Y') return api.call(terminal.client, { ...asked, body }, schema);
  const made = readSipDate(request.fixed.transactionDate ?? '', settings.timeZone);
  const dated = { ...body, ...(made !== undefined && { madeAt: new Date(made).toISOString() }) };
  if (!journal.isEmpty()) return journal.store(terminal.client.id, { ...asked, body: dated });
  const sent = await api.call(terminal.client, { ...asked, body: dated }, schema);
  return 'unreachable' in sent ? journal.store(terminal.client.id, { ...asked, body: dated }) : sent;
};
