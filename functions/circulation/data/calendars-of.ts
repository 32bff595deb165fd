import type { CalendarWithPast } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { branchStore } from '../../membership/public/branch-store.ts';

/**
 * Returns the calendars of branches by id, as the store of branches caches them; without an entry for an unknown branch. With those that
 * begin later, and those in force since an earlier instant, to count the days from then on, where one is given.
 */
export const calendarsOf =
  (branches: ReturnType<typeof branchStore>) =>
  async (branchIds: readonly string[], now: number, since = iso(now)): Promise<Map<string, CalendarWithPast>> => {
    const known = await Promise.all(
      branchIds.map(async (branchId) => [branchId, await branches.calendarSince(branchId, since, now)] as const),
    );
    return new Map(known.flatMap(([branchId, calendar]) => (calendar ? [[branchId, calendar] as const] : [])));
  };
