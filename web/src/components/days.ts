import { instantAt, placeTime, placeZone } from '../i18n/place-time.ts';

/** Returns today (`YYYY-MM-DD`) by the clock of the branch or library in use: the default of a date field. */
export const today = (): string => placeTime(placeZone(), new Date()).day;

/** Returns the first instant of a day (`YYYY-MM-DD`) at the branch or library in use. */
export const startOfDay = (day: string): string => instantAt(day, '00:00').toISOString();

/** Returns the last second of a day (`YYYY-MM-DD`) at the branch or library in use. */
export const endOfDay = (day: string): string => instantAt(day, '23:59:59').toISOString();

/** Returns the first instant of a day from which something applies; undefined, which means now, for no day and for today. */
export const beginningOf = (day: string): string | undefined => {
  const begins = day === '' ? '' : startOfDay(day);
  return begins > new Date().toISOString() ? begins : undefined;
};
