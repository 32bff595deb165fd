import type * as z from 'zod';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { type IdleReading, idleReadingSchema } from '../domain/usage-report/idle-readings.ts';
import { key } from './keys.ts';

// A reading of an older version tells nothing of what was counted later.
const storedSchema = idleReadingSchema.partial({ firewall: true, secrets: true });

/** A day's reading as stored; what it does not tell was not counted then. */
export type StoredReading = z.infer<typeof storedSchema>;

/** What stood idle on which day. */
export type IdleStore = {
  /** Notes a day's reading; a later one of the same day takes its place. */
  note(reading: IdleReading): Promise<void>;
  /** The readings of a month, in the order of days. */
  ofMonth(month: string): Promise<StoredReading[]>;
};

/** The readings kept in the table. */
export const idleStore = (table: Table): IdleStore => ({
  note: async (reading) => {
    const at = key('idleReading', { month: reading.day.slice(0, 7), day: reading.day });
    await table.write([{ put: { ...at, ...stamp('idleReading', 1), ...reading } }]);
  },
  ofMonth: async (month) => {
    const { pk } = key('idleReading', { month, day: month });
    return (await table.queryAll({ partition: pk })).map((item) => storedSchema.parse(item));
  },
});
