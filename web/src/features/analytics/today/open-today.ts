import type { Branch } from '../../../api/directory.ts';
import { type Hours, hoursOn } from '../../../components/opening-hours.ts';
import { placeTime } from '../../../i18n/place-time.ts';

/** Returns the hours of a branch today in its own time zone, empty when it is closed. */
export const openToday = (calendar: Branch['calendar'], now: Date = new Date()): readonly Hours[] =>
  hoursOn(calendar, placeTime(calendar.timeZone, now).day);
