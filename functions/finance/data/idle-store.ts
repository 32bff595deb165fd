import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { type IdleReading, idleReadingSchema } from '../domain/usage-report/idle-readings.ts';
import { key } from './keys.ts';

/** Stores the daily sizes of idle resources. */
export type IdleStore = {
  /** Records a day's reading; a later one of the same day replaces it. */
  note(reading: IdleReading): Promise<void>;
  /** Returns the readings of a month, in day order. */
  ofMonth(month: string): Promise<IdleReading[]>;
};

/** Stores readings in the table. */
export const idleStore = (table: Table): IdleStore => ({
  note: async (reading) => {
    const at = key('idleReading', { month: reading.day.slice(0, 7), day: reading.day });
    await table.write([{ put: { ...at, ...stamp('idleReading', 1), ...reading } }]);
  },
  ofMonth: async (month) => {
    const { pk } = key('idleReading', { month, day: month });
    return (await table.queryAll({ partition: pk })).map((item) => idleReadingSchema.parse(item));
  },
});
