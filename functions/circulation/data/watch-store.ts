import * as z from 'zod';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { CardCheck } from '../domain/card-watch.ts';
import type { LoanWatch } from '../domain/loan-watch.ts';
import { key } from './keys.ts';

/** In how many partitions the rows are: all of a term's loans become overdue at one moment, and must not do so at one place. */
export const WATCH_SHARDS = 8;

const stored = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('loan'), at: z.string(), loanId: z.string(), itemId: z.string(), cause: z.string() }),
  z.object({ kind: z.literal('card'), at: z.string(), patronId: z.string(), cause: z.string() }),
]);

/** A loan or a card to be looked at, and when: the clock's rows are all of this one shape. */
export type Watch = ({ kind: 'loan' } & LoanWatch) | ({ kind: 'card' } & CardCheck);

const aboutOf = (watch: Watch): string => (watch.kind === 'loan' ? watch.loanId : watch.patronId);

// The last character of an id is random.
const shardOf = (about: string): string => String((about.charCodeAt(about.length - 1) || 0) % WATCH_SHARDS);

const keyOf = (watch: Watch) => {
  const about = aboutOf(watch);
  return key('watch', { shard: shardOf(about), at: watch.at, about });
};

/** What time is to look at, oldest first. Rows of their own, never written by a request: due dates stay out of its keys. */
export const watchStore = (table: Table) => ({
  /** Notes some; the same ones again change nothing. */
  note: async (watches: readonly Watch[]): Promise<void> => {
    await Promise.all(
      watches.map((watch) => table.write([{ put: { ...keyOf(watch), ...stamp('watch', 1), ...watch } }])),
    );
  },
  /** Those of a shard (from 0) whose moment has come by an instant (ISO), at most so many. */
  due: async (shard: number, at: string, limit: number): Promise<Watch[]> => {
    const { pk: partition } = key('watch', { shard: String(shard), at: '-', about: '-' });
    // `~` comes after whatever follows the instant in a sort key.
    const { items } = await table.query({ partition, between: [' ', `${at}~`], limit });
    return items.map((row) => stored.parse(row));
  },
  forget: async (watch: Watch): Promise<void> => {
    await table.write([{ delete: keyOf(watch) }]);
  },
});
