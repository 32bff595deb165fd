import { dayAfter } from '../../../components/opening-hours.ts';

/** An event of a calendar: a day as YYYY-MM-DD, its title and place. */
export type DueDay = { id: string; day: string; title: string; place: string };

/** The longest line of a calendar file, in bytes (RFC 5545, section 3.1). */
const LINE = 75;

/** Escapes a text (RFC 5545, section 3.3.11). */
const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll(/\r?\n|\r/g, '\\n');

/** Folds a line: later parts begin with a space. No character is cut in two. */
const folded = (line: string): string => {
  const parts = [''];
  let bytes = 0;
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (bytes + size > LINE - 1) {
      parts.push('');
      bytes = 1;
    }
    parts[parts.length - 1] += letter;
    bytes += size;
  }
  return parts.join('\r\n ');
};

const compact = (day: string): string => day.replaceAll('-', '');

/** Returns a calendar file (iCalendar, RFC 5545) with an event of a whole day for each due date, and an alarm the day before. */
export const dueCalendar = (days: readonly DueDay[], now: Date): string => {
  const stamp = `${now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`;
  const events = days.flatMap(({ id, day, title, place }) => [
    'BEGIN:VEVENT',
    `UID:${id}@concord`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(day, 1))}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(place)}`,
    'TRANSP:TRANSPARENT',
    ...['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`, 'TRIGGER:-PT15H', 'END:VALARM'],
    'END:VEVENT',
  ]);
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Concord//Due dates//EN', ...events, 'END:VCALENDAR'];
  return `${lines.map(folded).join('\r\n')}\r\n`;
};
