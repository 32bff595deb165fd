import * as z from 'zod';
import { addDays } from '../domain/calendar/days.ts';
import type { LoanWatch } from '../domain/circulation/loan-watch.ts';
import { key } from './keys.ts';
import { stamp, type Table } from './table.ts';

/** A day's loans lie in so many partitions: a due date shared by all of a term's loans must not be one. */
export const WATCH_SHARDS = 8;

// A day counts as done once its loans were looked at; a record of the stream that comes late is found within these.
const OVERLAP_DAYS = 3;
const FIRST_LOOK_DAYS = 60;

const stored = z.object({ day: z.string(), loanId: z.string(), itemId: z.string(), cause: z.string() });
const done = z.object({ day: z.string() });
const doneKey = key('loanWatchDone', {});

// The last character of an id is random.
const shardOf = (loanId: string): string => String((loanId.charCodeAt(loanId.length - 1) || 0) % WATCH_SHARDS);

const keyOf = ({ day, loanId }: LoanWatch) => key('loanWatch', { day, shard: shardOf(loanId), loanId });

/** The loans to look at by day: written as due dates are set, taken out when looked at. Never part of a request. */
export const loanWatchStore = (table: Table) => ({
  /** Notes loans; the same ones again change nothing. */
  note: async (watches: readonly LoanWatch[]): Promise<void> => {
    await Promise.all(
      watches.map((watch) => table.write([{ put: { ...keyOf(watch), ...stamp('loanWatch', 1), ...watch } }])),
    );
  },
  /** The loans noted for a day, in all its shards. */
  on: async (day: string): Promise<LoanWatch[]> => {
    const shards = Array.from({ length: WATCH_SHARDS }, (_, shard) => String(shard));
    const rows = await Promise.all(
      shards.map((shard) => table.queryAll({ partition: key('loanWatch', { day, shard, loanId: '-' }).pk })),
    );
    return rows.flat().map((row) => stored.parse(row));
  },
  forget: async (watch: LoanWatch): Promise<void> => {
    await table.write([{ delete: keyOf(watch) }]);
  },
  /** The days to look at, up to today: from a little before the last one done, in order. */
  daysUpTo: async (today: string): Promise<string[]> => {
    const row = await table.get(doneKey);
    const first = row ? addDays(done.parse(row).day, -OVERLAP_DAYS) : addDays(today, -FIRST_LOOK_DAYS);
    const days: string[] = [];
    for (let day = first; day <= today; day = addDays(day, 1)) days.push(day);
    return days;
  },
  /** Notes that all days up to this one are done. */
  markDone: async (day: string): Promise<void> => {
    await table.write([{ put: { ...doneKey, ...stamp('loanWatchDone', 1), day } }]);
  },
});
