import { iso } from '../../../layers/platform/runtime/clock.ts';
import { logError } from '../../../layers/platform/runtime/log.ts';
import type { IdleCostDeps } from '../deps.ts';
import type { IdleReading } from '../domain/usage-report/idle-readings.ts';

/** Records the idle resources of a day: as the services describe them, otherwise as configured. */
export const recordIdleCosts = async (
  { idle, sizes, deployed }: IdleCostDeps,
  { now, operation }: { now: number; operation: string },
): Promise<Partial<IdleReading>> => {
  // A size that a service cannot report is unknown: the day still has a reading, without that size.
  const read = async <T>(what: string, size: () => Promise<T | undefined>): Promise<T | undefined> => {
    try {
      return await size();
    } catch (error) {
      logError(`${operation}: ${what}`, error);
      return undefined;
    }
  };
  const { logRetentionDays: _, ...configured } = deployed;
  const [search, tableBytes, objects] = [
    await read('search domain', sizes.search),
    await read('table', sizes.tableBytes),
    await read('bucket', sizes.objects),
  ];
  const reading = {
    ...{ ...configured, day: iso(now).slice(0, 10), logBytes: 0 },
    // The search domain is as configured. The sizes of table and bucket are not configured: the last known ones apply.
    search: search ?? configured.search,
    ...(tableBytes !== undefined && { tableBytes }),
    ...objects,
  };
  await idle.note(reading);
  return reading;
};
