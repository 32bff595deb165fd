import * as z from 'zod';
import { usageLineSchema } from '../../../layers/kernel/usage/usage-line.ts';
import { absent, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { SETTLED_AFTER_DAYS } from '../domain/metering/evidence-pack.ts';
import type { Waiting } from '../domain/metering/settle.ts';
import { key } from './keys.ts';

/** The time after which a waiting half is deleted: it was counted when it arrived, and no later batch brings its other half. */
const RETENTION_SECONDS = SETTLED_AFTER_DAYS * 24 * 3600;

const reportSchema = z.object({
  lambdaRequestId: z.string(),
  ms: z.number(),
  billedMs: z.number(),
  memoryMb: z.number(),
  maxMemoryMb: z.number(),
  initMs: z.number(),
  logBytes: z.number(),
  at: z.string(),
});
const storedSchema = z.object({
  lambdaRequestId: z.string(),
  v: z.number(),
  usage: z.array(usageLineSchema),
  reports: z.array(reportSchema),
});

/** The waiting half of an invocation, with the version that its next write is conditioned on. */
export type StoredWaiting = Waiting & { v: number };

/** Returns the waiting halves of these invocations, read strongly: two concurrent batches may contain one half each. */
export const waitingOf = async (table: Table, ids: readonly string[]): Promise<Map<string, StoredWaiting>> => {
  const keys = ids.map((lambdaRequestId) => key('usageWaiting', { lambdaRequestId }));
  const items = await table.getMany(keys, { strong: true });
  return new Map(
    items.flatMap((item) => {
      if (!item) return [];
      const { lambdaRequestId, ...waiting } = storedSchema.parse(item);
      return [[lambdaRequestId, waiting]];
    }),
  );
};

/** Returns the write that stores or removes an invocation's waiting half; it fails when another batch wrote in between. */
export const waitingWrite = (
  lambdaRequestId: string,
  waiting: Waiting | undefined,
  before: StoredWaiting | undefined,
  now: number,
): Write => {
  const at = key('usageWaiting', { lambdaRequestId });
  const when = before ? unchanged(before.v) : absent();
  if (!waiting) return { delete: at, when };
  const expiresAt = Math.floor(now / 1000) + RETENTION_SECONDS;
  const { usage, reports } = waiting;
  return {
    put: { ...at, ...stamp('usageWaiting', (before?.v ?? 0) + 1), lambdaRequestId, usage, reports, expiresAt },
    when,
  };
};
