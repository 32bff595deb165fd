import type { handler } from '../../functions/finance/consumers/meter-usage/handler.ts';
import { aLogsEvent, aReportLine } from './log-lines.ts';

type Logged = Record<string, unknown> & { requestId: string };

/** The usage lines that functions logged while they were listened to. */
export type LoggedUse = { lines: Logged[] };

const AT = '2026-03-10T10:00:00.000Z';
const BATCH = 50;

/**
 * Keeps the usage lines that functions log, as they log them, and shows nothing of them. They are put into one day; an invocation
 * of work has an id of its own, since tests call them all alike.
 */
export const listenToUse = (): LoggedUse => {
  const logged: LoggedUse = { lines: [] };
  let run = 0;
  jest.spyOn(console, 'log').mockImplementation((text: unknown) => {
    if (typeof text !== 'string' || !text.startsWith('{"t":"usage"')) return;
    const line = JSON.parse(text) as Logged;
    // The lines of one invocation with several causes follow each other: its id, and that with a number.
    const [, part] = /\.(\d+)$/.exec(line.requestId) ?? [];
    if (part === undefined) run += 1;
    const id = `lambda-w${run}`;
    const ids = line.run === undefined ? { requestId: part ? `${id}.${part}` : id, run: id } : { run: id };
    logged.lines.push({ ...line, ...ids, at: Date.parse(AT) });
  });
  return logged;
};

type Meter = ReturnType<typeof handler.using>;

/** Has the lines metered with the platform's reports of their invocations, in batches as a log sends them; `more` lines go along. */
export const meterAll = async (meter: Meter, { lines }: LoggedUse, more: readonly string[] = []): Promise<void> => {
  const reports = [...new Set(lines.map(({ run }) => String(run)))].map((run) =>
    aReportLine(run.replace('lambda-', '')),
  );
  const messages = [...lines, ...reports, ...more];
  for (let from = 0; from < messages.length; from += BATCH) {
    const stream = `mix-${from}`;
    await meter(aLogsEvent({ messages: messages.slice(from, from + BATCH), stream, at: AT }), { awsRequestId: stream });
  }
};
