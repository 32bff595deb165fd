import { meteringOperation } from '../layers/domain/metering/own-line.ts';
import { countsBy } from '../layers/domain/metering/units.ts';
import type { PastSum } from './past.ts';

// At the demo's traffic a log batch brings one request (`npm run bench metering` measures it): a claim, a sum and the
// evidence, each twice in a transaction, and once a minute a word of itself.
const perRequest = { writeUnits: 6, invocations: 1, megabyteMs: 512 * 15, logBytes: 1200 };
const MINUTES_A_DAY = 24 * 60;
const WRITES_A_TELLING = 2;

/** Takes days of use that never happened; gives what metering them would have cost on each day, for all members. */
export const pastMetering = (sums: readonly PastSum[]): PastSum[] =>
  [...Map.groupBy(sums, ({ day }) => day)].map(([day, own]) => {
    const requests = own.reduce((sum, { events }) => sum + events, 0);
    const counts = countsBy(
      (name) => (name in perRequest ? perRequest[name as keyof typeof perRequest] : 0) * requests,
    );
    return {
      day,
      member: 'consortium',
      operation: meteringOperation,
      service: 'administration',
      events: MINUTES_A_DAY,
      succeeded: MINUTES_A_DAY,
      counts: { ...counts, writeUnits: counts.writeUnits + WRITES_A_TELLING * MINUTES_A_DAY },
      synthetic: true,
    };
  });
