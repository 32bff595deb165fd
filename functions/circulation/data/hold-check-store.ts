import * as z from 'zod';
import type { Key } from '../../../layers/platform/dynamodb/keys.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { Hold } from '../../items/public/hold.ts';
import type { RecordChange } from '../domain/decisions/decision.ts';
import { isWaiting } from '../domain/holds/hold-queue.ts';
import { key } from './keys.ts';

/** The number of partitions of the rows; a single partition would be hot. */
const SHARDS = 8;

/** How long an unprocessed row is stored, in milliseconds. */
const RETENTION_MS = 90 * 24 * 60 * 60 * 1000;

const stored = z.object({
  pk: z.string(),
  sk: z.string(),
  recordId: z.string(),
  holdId: z.string(),
  cause: z.string(),
});

/** A hold to check again, with the member of its patron as the cause. */
export type DueHoldCheck = { key: Key; recordId: string; holdId: string; cause: string };

const shardOf = (holdId: string): string => {
  let sum = 0;
  for (const letter of holdId) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return String(sum % SHARDS);
};

/** Returns the row that schedules a check of a hold at an instant. */
export const holdCheckRow = ({ holdId, recordId, patronMember: cause }: Hold, lookAt: string): Write => ({
  put: {
    ...key('holdCheck', { shard: shardOf(holdId), lookAt, holdId }),
    ...stamp('holdCheck', 1),
    ...{ holdId, recordId, cause },
    expiresAt: Math.floor((Date.parse(lookAt) + RETENTION_MS) / 1000),
  },
});

/**
 * Returns the rows that schedule checks of holds, for the write that sets the time. A separate row instead of an index of the hold: a
 * capture or a checkout, which ends the wait, then costs nothing more, and the stale row is skipped when it is due.
 */
export const holdCheckWrites = (changes: readonly RecordChange<Hold>[], read: readonly Hold[]): Write[] =>
  changes.flatMap(({ after }) => {
    const before = read.find(({ holdId }) => holdId === after.holdId);
    const { lookAt } = after;
    return lookAt === undefined || lookAt === before?.lookAt || !isWaiting(after) ? [] : [holdCheckRow(after, lookAt)];
  });

/** Returns the holds that are due by an instant (ISO), oldest first, at most `limit` of each shard. */
export const dueHoldChecks = async (table: Table, at: string, limit: number): Promise<DueHoldCheck[]> => {
  const pages = await Promise.all(
    Array.from({ length: SHARDS }, (_, shard) => {
      const { pk: partition } = key('holdCheck', { shard: String(shard), lookAt: '-', holdId: '-' });
      // `~` sorts after whatever follows the instant in a sort key.
      return table.query({ partition, between: [' ', `${at}~`], limit });
    }),
  );
  return pages.flatMap(({ items }) =>
    items.map((item) => {
      const { pk, sk, ...rest } = stored.parse(item);
      return { key: { pk, sk }, ...rest };
    }),
  );
};

/** Deletes processed rows. */
export const deleteHoldChecks = async (table: Table, checks: readonly DueHoldCheck[]): Promise<void> => {
  for (let i = 0; i < checks.length; i += 100) {
    await table.write(checks.slice(i, i + 100).map(({ key: row }) => ({ delete: row })));
  }
};
