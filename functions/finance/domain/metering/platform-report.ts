import * as z from 'zod';

/** The platform's billing report of one Lambda invocation. */
export type PlatformReport = {
  lambdaRequestId: string;
  ms: number;
  billedMs: number;
  memoryMb: number;
  maxMemoryMb: number;
  initMs: number;
  logBytes: number;
};

const objectSchema = z.object({
  type: z.literal('platform.report'),
  record: z.object({
    requestId: z.string().min(1),
    metrics: z.object({
      durationMs: z.number(),
      billedDurationMs: z.number(),
      memorySizeMB: z.number(),
      maxMemoryUsedMB: z.number(),
      initDurationMs: z.number().optional(),
    }),
  }),
});

/** Parses the report of JSON logging, a `platform.report` object (Telemetry API 2022-07-01); undefined for another value. */
export const reportOfObject = (value: unknown, logBytes = 0): PlatformReport | undefined => {
  const parsed = objectSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { requestId, metrics } = parsed.data.record;
  return {
    lambdaRequestId: requestId,
    ms: metrics.durationMs,
    billedMs: metrics.billedDurationMs,
    memoryMb: metrics.memorySizeMB,
    maxMemoryMb: metrics.maxMemoryUsedMB,
    initMs: metrics.initDurationMs ?? 0,
    logBytes,
  };
};

const field = (text: string, name: string): number =>
  Number(new RegExp(`(?:^|\\t|\\s)${name}: ([0-9.]+) M?m?[sB]`).exec(text)?.[1] ?? Number.NaN);

/** Parses the report of text logging, a `REPORT RequestId: …` line, with tabs or spaces; undefined for another text. */
export const reportOfText = (text: string, logBytes = 0): PlatformReport | undefined => {
  const lambdaRequestId = /^REPORT RequestId: (\S+)/.exec(text)?.[1];
  const billedMs = field(text, 'Billed Duration');
  const memoryMb = field(text, 'Memory Size');
  if (!lambdaRequestId || Number.isNaN(billedMs) || Number.isNaN(memoryMb)) return undefined;
  const ms = field(text.replace('Billed Duration', 'Billed'), 'Duration');
  const initMs = field(text, 'Init Duration');
  const maxMemoryMb = field(text, 'Max Memory Used');
  return {
    lambdaRequestId,
    ms: Number.isNaN(ms) ? billedMs : ms,
    billedMs,
    memoryMb,
    maxMemoryMb: Number.isNaN(maxMemoryMb) ? 0 : maxMemoryMb,
    initMs: Number.isNaN(initMs) ? 0 : initMs,
    logBytes,
  };
};
