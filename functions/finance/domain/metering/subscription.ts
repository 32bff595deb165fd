import * as z from 'zod';
import { type UsageLine, usageLineSchema } from '../../../../layers/kernel/usage/usage-line.ts';
import { type PlatformReport, reportOfObject, reportOfText } from './platform-report.ts';

/** The payload of a CloudWatch Logs subscription, already decoded and unzipped. */
export const subscriptionSchema = z.object({
  messageType: z.string().default('DATA_MESSAGE'),
  logGroup: z.string().default(''),
  logStream: z.string().default(''),
  logEvents: z.array(z.object({ id: z.string(), timestamp: z.number(), message: z.string() })),
});

type LogEvent = z.infer<typeof subscriptionSchema>['logEvents'][number];

/** A report with its log time. */
export type LoggedReport = PlatformReport & { at: string };

/** The parsed content of a batch of log lines: usage, reports, invalid usage lines, and the bytes of all other lines. */
export type LogBatch = {
  batchId: string;
  usage: UsageLine[];
  reports: LoggedReport[];
  rejected: { eventId: string; detail: string }[];
  otherBytes: number;
};

/** The state while a batch is parsed: the bytes of lines that name their invocation (START, END). */
type FramedBatch = LogBatch & { framing: Map<string, number> };

/** CloudWatch bills each line's UTF-8 bytes and 26 more. */
const LINE_OVERHEAD = 26;
const bytesOf = (message: string): number => new TextEncoder().encode(message).length + LINE_OVERHEAD;

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isUsage = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 't' in value && value.t === 'usage';

/** Returns the object in a line: bare, after a text logger's prefix, or inside a JSON logger's `message`. */
const carried = (message: string): unknown => {
  const start = message.indexOf('{');
  if (start < 0) return undefined;
  const value = json(message.slice(start));
  if (isUsage(value) || typeof value !== 'object' || value === null || !('message' in value)) return value;
  return typeof value.message === 'string' ? (json(value.message) ?? value) : value.message;
};

const readLine = (batch: FramedBatch, eventId: string, { message, timestamp }: LogEvent): void => {
  const bytes = bytesOf(message);
  const value = carried(message);
  const report = reportOfText(message, bytes) ?? reportOfObject(value, bytes);
  const framed = /^(?:START|END) RequestId: (\S+)/.exec(message)?.[1];
  if (report) batch.reports.push({ ...report, at: new Date(timestamp).toISOString() });
  else if (framed) batch.framing.set(framed, (batch.framing.get(framed) ?? 0) + bytes);
  else if (!isUsage(value)) batch.otherBytes += bytes;
  else {
    const line = usageLineSchema.safeParse(value);
    if (line.success) batch.usage.push({ ...line.data, units: { ...line.data.units, logBytes: bytes } });
    else batch.rejected.push({ eventId, detail: z.prettifyError(line.error) });
  }
};

/** Adds the bytes of START and END to their invocation's report; those of reports in another batch are other bytes. */
const framed = ({ framing, ...batch }: FramedBatch): LogBatch => {
  const reports = batch.reports.map((report) => {
    const own = framing.get(report.lambdaRequestId) ?? 0;
    framing.delete(report.lambdaRequestId);
    return { ...report, logBytes: report.logBytes + own };
  });
  return { ...batch, reports, otherBytes: batch.otherBytes + [...framing.values()].reduce((sum, own) => sum + own, 0) };
};

/**
 * Parses a subscription's payload. The batch id derives from the log stream and its first and last line, so a redelivered batch has the
 * same one; a repeated line in one batch counts once; a control message is an empty batch. Throws a ZodError for another payload.
 */
export const readSubscription = (payload: unknown): LogBatch => {
  const { messageType, logGroup, logStream, logEvents } = subscriptionSchema.parse(payload);
  const events = new Map((messageType === 'DATA_MESSAGE' ? logEvents : []).map((event) => [event.id, event]));
  const ids = [...events.keys()];
  const batchId = [logGroup, logStream, ids[0] ?? '', ids.at(-1) ?? '', ids.length].join('|');
  const batch: FramedBatch = { batchId, usage: [], reports: [], rejected: [], otherBytes: 0, framing: new Map() };
  for (const [id, event] of events) readLine(batch, id, event);
  return framed(batch);
};
