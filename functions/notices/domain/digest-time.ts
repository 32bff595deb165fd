import { DateTime } from 'luxon';
import { instant, millis } from '../../../layers/kernel/calendar/days.ts';

/**
 * Computes the time of the next digest: the next time it is this hour (0 to 23) in a time zone, after `after` (ISO 8601
 * UTC). On a day that skips the hour the digest is an hour later; on a day that has the hour twice it is at one of the two.
 */
export const nextDigest = (after: string, hour: number, zone: string): string => {
  const local = DateTime.fromMillis(millis(after), { zone });
  const at = (days: number) => local.plus({ days }).set({ hour, minute: 0, second: 0, millisecond: 0 }).toMillis();
  return instant(at(0) > millis(after) ? at(0) : at(1));
};
