import * as z from 'zod';
import { expectedVersion } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { type RestoreRehearsal, restoreRehearsalSchema } from '../domain/reliability/restore-rehearsal.ts';
import { CHECKED_DAYS, type DayOfChecks } from '../domain/reliability/site-checks.ts';
import { key } from './keys.ts';

const storedDay = z.object({
  day: z.string(),
  checks: z.array(z.object({ time: z.string(), passed: z.boolean() })),
  synthetic: z.literal(true).exactOptional(),
  v: z.int(),
});
const storedRehearsal = z.object(restoreRehearsalSchema.shape);

const DAY_SECONDS = 86_400;
/** Rows stay longer than they are shown, since DynamoDB deletes them late and by its own order. */
const STORED_DAYS = CHECKED_DAYS + 10;

/** Stores the checks of the site, a row for each day, and the last rehearsal of a restore. */
export const reliabilityStore = (table: Table) => ({
  /** Returns the checks of a day, with the number of changes; none before the first. */
  day: async (day: string): Promise<DayOfChecks & { v: number }> => {
    const row = await table.get(key('siteChecks', { day }), { strong: true });
    return row ? storedDay.parse(row) : { day, checks: [], v: 0 };
  },
  /** Replaces the checks of a day, if they have the version before; false when another run changed them. */
  setDay: async ({ v, ...day }: DayOfChecks & { v: number }): Promise<boolean> => {
    const expiresAt = Math.floor(Date.parse(day.day) / 1000) + STORED_DAYS * DAY_SECONDS;
    const put = { ...key('siteChecks', day), ...stamp('siteChecks', v), ...day, expiresAt };
    return (await table.write([{ put, when: expectedVersion(v - 1) }])) === undefined;
  },
  /** Returns the days with checks between two days, both included, the oldest first. */
  between: async (first: string, last: string): Promise<DayOfChecks[]> => {
    const { pk: partition } = key('siteChecks', { day: first });
    const rows = await table.queryAll({ partition, between: [first, last] });
    return rows.map((row) => storedDay.parse(row));
  },
  /** Returns the last rehearsal of a restore; undefined when none is recorded. */
  rehearsal: async (): Promise<RestoreRehearsal | undefined> => {
    const row = await table.get(key('restoreRehearsal', {}));
    return row && storedRehearsal.parse(row);
  },
  /** Records a rehearsal in place of the one before. */
  record: async (rehearsal: RestoreRehearsal): Promise<void> => {
    await table.write([{ put: { ...key('restoreRehearsal', {}), ...stamp('restoreRehearsal', 1), ...rehearsal } }]);
  },
});

export type ReliabilityStore = ReturnType<typeof reliabilityStore>;
