import { DateTime } from 'luxon';
import { instant, millis } from '../../../layers/kernel/calendar/days.ts';

/** The least minutes for which receipts are collected. */
const VISIT_MINUTES = 5;

/** Computes when the receipts of a visit are sent: the next full hour of a time zone that is some minutes away, as digests are. */
export const nextReceipts = (after: string, zone: string): string =>
  instant(
    DateTime.fromMillis(millis(after), { zone })
      .plus({ minutes: VISIT_MINUTES })
      .startOf('hour')
      .plus({ hours: 1 })
      .toMillis(),
  );

/**
 * Computes the time of the next digest: the next time it is this hour (0 to 23) in a time zone, after `after` (ISO 8601
 * UTC). On a day that skips the hour the digest is an hour later; on a day that has the hour twice it is at one of the two.
 */
export const nextDigest = (after: string, hour: number, zone: string): string => {
  const local = DateTime.fromMillis(millis(after), { zone });
  const at = (days: number) => local.plus({ days }).set({ hour, minute: 0, second: 0, millisecond: 0 }).toMillis();
  return instant(at(0) > millis(after) ? at(0) : at(1));
};
