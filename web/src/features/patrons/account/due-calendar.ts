import { calendarFile } from '../../../components/calendar-file.ts';

/** An event of a calendar: a day as YYYY-MM-DD, its title and place. */
export type DueDay = { id: string; day: string; title: string; place: string };

/** Returns a calendar file (iCalendar, RFC 5545) with an event of a whole day for each due date, and an alarm the day before. */
export const dueCalendar = (days: readonly DueDay[], now: Date): string => calendarFile('Due dates', days, now);
