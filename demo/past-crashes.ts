import { workSum } from '../functions/finance/domain/estimate/work-sum.ts';
import { madeUp, type PastSum } from './past.ts';

/** One of this number of invocations ends without its usage line, by a time-out or lack of memory. */
const INVOCATIONS_A_CRASH = 20_000;
const TIMED_OUT = { megabyteMs: 512 * 10_000 };

/** Returns the unexplained invocations for days of simulated use, a few a day. None succeeded. */
export const pastCrashes = (sums: readonly PastSum[]): PastSum[] =>
  [...Map.groupBy(sums, ({ day }) => day)].flatMap(([day, own]) => {
    const invocations = own.reduce((sum, { counts }) => sum + counts.invocations, 0);
    const events = Math.round(invocations / INVOCATIONS_A_CRASH);
    if (events === 0) return [];
    const named = { day, member: 'unattributed', operation: 'platform-invocation', service: 'administration' } as const;
    const lost = workSum({ ...named, events }, { megabyteMs: TIMED_OUT.megabyteMs * events });
    return [madeUp({ ...lost, succeeded: 0 })];
  });
