import { DateTime } from 'luxon';
import { instant, millis } from '../../../layers/kernel/calendar/days.ts';

/**
 * When the next digest goes: the next time it is this hour (0 to 23) in a time zone, later than `after` (ISO 8601 UTC). On
 * the day on which the hour is skipped it goes an hour later; on the day that has it twice, at one of the two.
 */
export const nextDigest = (after: string, hour: number, zone: string): string => {
  const local = DateTime.fromMillis(millis(after), { zone });
  const at = (days: number) => local.plus({ days }).set({ hour, minute: 0, second: 0, millisecond: 0 }).toMillis();
  return instant(at(0) > millis(after) ? at(0) : at(1));
};
