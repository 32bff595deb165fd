import { shiftedMonth } from '../../../layers/kernel/calendar/month.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { mapInBatches } from '../../../layers/platform/runtime/map-in-batches.ts';
import type { MonthStore } from '../data/month-store.ts';
import { type Trend, trendOf } from '../domain/usage-report/trend.ts';
import { loadMonth } from './load-month.ts';

/** Each month holds the use of all members by day while it is read. */
const AT_ONCE = 2;

/**
 * Returns the cost of the last `count` months up to `until`, with a forecast, as a member may see it, or whole without a member. Months
 * without prices and those before the first cost are left out; undefined when none is left. `now` in epoch ms.
 */
export const loadTrend = async (
  months: MonthStore,
  { until, count, member }: { until: string; count: number; member: string | undefined },
  now: number,
): Promise<Trend | undefined> => {
  const wanted = Array.from({ length: count }, (_, index) => shiftedMonth(until, index + 1 - count));
  const read = await mapInBatches(wanted, AT_ONCE, (month) => loadMonth(months, { month, member }, now));
  const priced = read.flatMap((one) => ('refused' in one ? [] : [one]));
  return trendOf(priced, iso(now).slice(0, 7));
};
