import { dayInZone } from '../../../layers/kernel/calendar/time-zone.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { SerialDeps } from '../deps.ts';

/** Returns the day at a branch; that of UTC where there is no such branch. */
export const branchDay = async (
  { branches }: Pick<SerialDeps, 'branches'>,
  branchId: string,
  now: number,
): Promise<string> => {
  const branch = await branches.get(branchId, now);
  return dayInZone(branch?.calendar.timeZone ?? 'UTC', iso(now));
};

/** Returns the days at branches. */
export const branchDays = async (
  deps: Pick<SerialDeps, 'branches'>,
  branchIds: readonly string[],
  now: number,
): Promise<Map<string, string>> => {
  const ids = [...new Set(branchIds)];
  return new Map(
    await Promise.all(ids.map(async (id): Promise<[string, string]> => [id, await branchDay(deps, id, now)])),
  );
};
