import * as z from 'zod';
import { countsBy } from '../../../layers/kernel/usage/units.ts';
import { services } from '../../../layers/kernel/usage/usage-line.ts';
import { stamp } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { DailySum } from '../domain/metering/aggregate.ts';
import { key } from './keys.ts';

const count = z.number().default(0);

const storedDay = z.looseObject({
  day: z.iso.date(),
  member: z.string(),
  operation: z.string(),
  service: z.enum(services),
  events: count,
  succeeded: count,
  synthetic: z.boolean().default(false),
});

/** A day's use as stored; `synthetic` use is demo data. */
export type StoredDay = DailySum & { synthetic: boolean };

/** Parses a day's use. Throws when the item is invalid. */
export const readDay = (item: unknown): StoredDay => {
  const { day, member, operation, service, events, succeeded, synthetic, ...rest } = storedDay.parse(item);
  const counts = countsBy((name) => count.parse(rest[name]));
  return { day, member, operation, service, events, succeeded, counts, synthetic };
};

const keyOf = ({ day, member, operation }: DailySum) =>
  key('usageDay', { month: day.slice(0, 7), member, day, operation });

const named = ({ day, member, operation, service }: DailySum) => ({ day, member, operation, service });

/** Returns the write that adds a sum to its day's item, which it creates if necessary. Sums may be negative: a correction. */
export const addToDay = (sum: DailySum): Write => {
  const all = { events: sum.events, succeeded: sum.succeeded, ...sum.counts };
  const add = Object.fromEntries(Object.entries(all).filter(([, amount]) => amount !== 0));
  return { update: keyOf(sum), set: { entity: 'usageDay', schema: 1, ...named(sum) }, add };
};

/** Returns a day's synthetic use as a separate item: writing it again changes nothing. */
export const syntheticDay = (sum: DailySum): Write => ({
  put: {
    ...keyOf(sum),
    ...stamp('usageDay', 1),
    ...named(sum),
    events: sum.events,
    succeeded: sum.succeeded,
    ...sum.counts,
    synthetic: true,
  },
});
