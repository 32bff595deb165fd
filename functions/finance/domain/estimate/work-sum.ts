import { type Counts, countsBy } from '../../../../layers/kernel/usage/units.ts';
import type { DailySum } from '../metering/aggregate.ts';
import { loggedBytes, WORK_LINE_BYTES } from './log-work.ts';

type Named = Pick<DailySum, 'day' | 'member' | 'operation' | 'service' | 'events'>;

/** What so many runs used, as a sum of use of which all succeeded: what is not said was not used. */
export const usedSum = (named: Named, used: Partial<Counts>): DailySum => ({
  ...named,
  succeeded: named.events,
  counts: countsBy((name) => used[name] ?? 0),
});

/**
 * The work of functions that nobody calls over HTTP, as a sum of use: an invocation an event, all of which succeeded. Takes
 * what all of them used together.
 */
export const workSum = (named: Named, used: Partial<Counts>): DailySum => {
  const { events } = named;
  return usedSum(named, { invocations: events, logBytes: loggedBytes(WORK_LINE_BYTES, events), ...used });
};
