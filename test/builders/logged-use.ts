import type { handler } from '../../functions/finance/consumers/meter-usage/handler.ts';
import { aLogsEvent, aReportLine } from './log-lines.ts';

type Logged = Record<string, unknown> & { requestId: string };

/** The usage lines that functions logged during the capture. */
export type LoggedUse = { lines: Logged[] };

const AT = '2026-03-10T10:00:00.000Z';
const BATCH = 50;

/**
 * Captures the usage lines of functions without printing them. They are put into one day; each invocation of work gets an id of
 * its own, because tests use the same id for all.
 */
export const listenToUse = (): LoggedUse => {
  const logged: LoggedUse = { lines: [] };
  let run = 0;
  jest.spyOn(console, 'log').mockImplementation((text: unknown) => {
    if (typeof text !== 'string' || !text.startsWith('{"t":"usage"')) return;
    const line = JSON.parse(text) as Logged;
    // The lines of one invocation with several causes follow each other: its id, and the id with a number.
    const [, part] = /\.(\d+)$/.exec(line.requestId) ?? [];
    if (part === undefined) run += 1;
    const id = `lambda-w${run}`;
    const ids = line.run === undefined ? { requestId: part ? `${id}.${part}` : id, run: id } : { run: id };
    logged.lines.push({ ...line, ...ids, at: Date.parse(AT) });
  });
  return logged;
};

type Meter = ReturnType<typeof handler.using>;

/** Meters the lines with the platform's reports of their invocations, in batches as from a log, together with `more` lines. */
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
