import { type Counts, countsBy } from '../layers/domain/metering/units.ts';
import type { PastSum } from './past.ts';

type Named = Pick<PastSum, 'day' | 'member' | 'operation' | 'service' | 'events'>;

/** Bytes that one run of a function logs: its usage line, and the platform's START, END and REPORT. */
const LOGGED_BYTES = 640;

/**
 * A day's work of functions that nobody calls over HTTP, as a sum of use: an invocation an event, all of which succeeded.
 * Takes what all of them used together.
 */
export const pastWorkRow = (named: Named, used: Partial<Counts>): PastSum => {
  const { events } = named;
  const all: Partial<Counts> = { invocations: events, logBytes: LOGGED_BYTES * events, ...used };
  return { ...named, succeeded: events, counts: countsBy((name) => all[name] ?? 0), synthetic: true };
};
