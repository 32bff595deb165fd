import type * as z from 'zod';
import { readSipDate } from '../../layers/protocols/sip2/dates.ts';
import type { Called } from './concord-api.ts';
import type { Exchange } from './exchange.ts';

type Write = {
  path: string;
  body: Record<string, unknown>;
  madeOn?: string | undefined;
  /** The code of a refusal after which the terminal sends another write instead. */
  instead?: string | undefined;
};

/**
 * Sends a transaction to Concord. One that the self-check made off line (no block: it may not be refused any more) has the time at which it was
 * made, `madeOn` or the date of the transaction; where the device gave the patron another due date, the journal notes it. While Concord cannot be reached or does not let the client in, or earlier ones of the client still
 * wait, the journal stores it and sends it in its order. What Concord refuses for good the journal
 * stores for staff: the item has left the library.
 */
export const sendOrStore = async <T>(
  { api, journal, request, terminal, key }: Exchange,
  { path, body, madeOn, instead }: Write,
  schema: z.ZodType<T>,
): Promise<Called<T> | { stored: true }> => {
  const asked = { method: 'POST' as const, path, key };
  if (request.fixed.noBlock !== 'Y') return api.call(terminal.client, { ...asked, body }, schema);
  const { timeZone } = terminal.options;
  const read = (date = ''): number | undefined => readSipDate(date, timeZone);
  const made = read(madeOn) ?? read(request.fixed.transactionDate);
  const [promised] = /^(?!0{8})\d{8}/.exec(request.fixed.noBlockDueDate ?? '') ?? [];
  const dated = {
    ...{ ...asked, body: { ...body, ...(made !== undefined && { madeAt: new Date(made).toISOString() }) } },
    ...(promised !== undefined && { promised, timeZone }),
  };
  if (!journal.isEmpty(terminal.client.id)) return journal.store(terminal.client.id, dated);
  const sent = await api.call(terminal.client, dated, schema);
  const isToBeRepeated = 'unreachable' in sent || ('refused' in sent && sent.passing !== undefined);
  if (isToBeRepeated) return journal.store(terminal.client.id, dated);
  if ('ok' in sent) journal.compare(terminal.client.id, dated, sent.ok);
  else {
    const codes = sent.refused.map(({ code }) => code);
    if (instead === undefined || !codes.includes(instead)) journal.refuse(terminal.client.id, dated, codes);
  }
  return sent;
};
