import { type Counts, countsBy } from '../../../../layers/kernel/usage/units.ts';
import type { DailySum } from '../metering/aggregate.ts';
import { loggedBytes, WORK_LINE_BYTES } from './log-work.ts';

type Named = Pick<DailySum, 'day' | 'member' | 'operation' | 'service' | 'events'>;

/** Returns the usage of this many runs as a sum of successful use; omitted counts are zero. */
export const usedSum = (named: Named, used: Partial<Counts>): DailySum => ({
  ...named,
  succeeded: named.events,
  counts: countsBy((name) => used[name] ?? 0),
});

/** Returns the work of background functions as a sum of use: one invocation per event, all successful. Takes their total usage. */
export const workSum = (named: Named, used: Partial<Counts>): DailySum => {
  const { events } = named;
  return usedSum(named, { invocations: events, logBytes: loggedBytes(WORK_LINE_BYTES, events), ...used });
};
