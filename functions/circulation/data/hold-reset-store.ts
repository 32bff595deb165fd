import * as z from 'zod';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type ResetReason, resetReasons, type StoredReset } from '../domain/holds/hold-reset.ts';
import { key } from './keys.ts';

/** How long a reset is stored, in milliseconds: normally longer than a hold waits. */
const RETENTION_MS = 400 * 24 * 60 * 60 * 1000;
/** The maximum number of a hold's resets that are read: the newest. */
const MOST = 200;

const reasons = Object.keys(resetReasons) as ResetReason[];
const stored = z.object({
  holdId: z.string(),
  at: z.string(),
  v: z.number(),
  reason: z.enum(reasons),
  by: z.string(),
  itemId: z.string().exactOptional(),
  copyBranch: z.string().exactOptional(),
  branchId: z.string().exactOptional(),
  note: z.string().exactOptional(),
});

/** Returns the write of a reset, for the transaction in which the hold loses its copy, so that every loss is recorded (C48). */
export const resetWrite = (reset: StoredReset): Write => ({
  put: {
    ...key('holdReset', { ...reset, v: String(reset.v) }),
    ...reset,
    ...stamp('holdReset', reset.v),
    expiresAt: Math.floor((Date.parse(reset.at) + RETENTION_MS) / 1000),
  },
});

/** Returns the resets of a hold, oldest first; at most the newest 200. */
export const resetsOf = async (
  table: Table,
  holdId: string,
  reading: { strong?: boolean } = {},
): Promise<StoredReset[]> => {
  const { pk: partition } = key('holdReset', { holdId, at: '-', v: '-' });
  const { items } = await table.query({ partition, backwards: true, limit: MOST, ...reading });
  return items.map((item) => stored.parse(item)).toReversed();
};
