import * as z from 'zod';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { ShelfCheck } from '../domain/holds/shelf-reminder.ts';
import type { CardCheck } from '../domain/loans/card-checks.ts';
import type { LoanCheck } from '../domain/loans/loan-checks.ts';
import { key } from './keys.ts';

/** The number of partitions of the rows. All loans of a term become overdue at one moment, so one partition would be too hot. */
export const CHECK_SHARDS = 8;

const stored = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('loan'),
    at: z.string(),
    loanId: z.string(),
    itemId: z.string(),
    cause: z.string(),
    announces: z.string().exactOptional(),
  }),
  z.object({ kind: z.literal('card'), at: z.string(), patronId: z.string(), cause: z.string() }),
  z.object({
    kind: z.literal('shelf'),
    at: z.string(),
    itemId: z.string(),
    holdId: z.string(),
    member: z.string(),
    cause: z.string(),
  }),
]);

/** A loan, a card or a copy on a hold shelf to be checked, and when. */
export type ScheduledCheck =
  | ({ kind: 'loan' } & LoanCheck)
  | ({ kind: 'card' } & CardCheck)
  | ({ kind: 'shelf' } & ShelfCheck);

const aboutOf = (check: ScheduledCheck): string => {
  if (check.kind === 'loan') return check.loanId;
  return check.kind === 'card' ? check.patronId : check.holdId;
};

// The last character of an id is random.
const shardOf = (about: string): string => String((about.charCodeAt(about.length - 1) || 0) % CHECK_SHARDS);

const keyOf = (check: ScheduledCheck) => {
  const about = aboutOf(check);
  return key('scheduledCheck', { shard: shardOf(about), at: check.at, about });
};

/** Stores the scheduled checks, oldest first. No request writes these rows, so due dates stay out of its keys. */
export const scheduledCheckStore = (table: Table) => ({
  /** Adds checks; adding the same ones again changes nothing. */
  note: async (checks: readonly ScheduledCheck[]): Promise<void> => {
    await Promise.all(
      checks.map((check) => table.write([{ put: { ...keyOf(check), ...stamp('scheduledCheck', 1), ...check } }])),
    );
  },
  /** Returns at most `limit` checks of a shard (from 0) that are due by an instant (ISO). */
  due: async (shard: number, at: string, limit: number): Promise<ScheduledCheck[]> => {
    const { pk: partition } = key('scheduledCheck', { shard: String(shard), at: '-', about: '-' });
    // `~` sorts after whatever follows the instant in a sort key.
    const { items } = await table.query({ partition, between: [' ', `${at}~`], limit });
    return items.map((row) => stored.parse(row));
  },
  /** Reads a part of the checks of a shard up to an instant (ISO), from where the last part ended. */
  part: async (shard: number, at: string, after: Record<string, string> | undefined, limit: number) => {
    const { pk: partition } = key('scheduledCheck', { shard: String(shard), at: '-', about: '-' });
    const { items, next } = await table.query({ partition, between: [' ', `${at}~`], limit, ...(after && { after }) });
    const position = next && { pk: String(next.pk), sk: String(next.sk) };
    return { checks: items.map((row) => stored.parse(row)), ...(position && { next: position }) };
  },
  forget: async (check: ScheduledCheck): Promise<void> => {
    await table.write([{ delete: keyOf(check) }]);
  },
});
