import { dayAfter } from './opening-hours.ts';

/** An event of a calendar: of a whole day (YYYY-MM-DD), or from an instant on. */
export type CalendarEvent = { id: string; title: string; place: string } & ({ day: string } | { startsAt: string });

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

const utc = (at: Date): string => at.toISOString().replaceAll(/[-:]|\.\d+/g, '');

const timesOf = (event: CalendarEvent): string[] =>
  'day' in event
    ? [
        `DTSTART;VALUE=DATE:${compact(event.day)}`,
        `DTEND;VALUE=DATE:${compact(dayAfter(event.day, 1))}`,
        'TRANSP:TRANSPARENT',
      ]
    : [`DTSTART:${utc(new Date(event.startsAt))}`];

/** Returns a calendar file (iCalendar, RFC 5545) with an alarm before each event: at 9 on the day before, or 24 hours before. */
export const calendarFile = (product: string, events: readonly CalendarEvent[], now: Date): string => {
  const lines = events.flatMap((event) => [
    'BEGIN:VEVENT',
    `UID:${event.id}@concord`,
    `DTSTAMP:${utc(now)}`,
    ...timesOf(event),
    `SUMMARY:${escaped(event.title)}`,
    `LOCATION:${escaped(event.place)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(event.title)}`,
    `TRIGGER:${'day' in event ? '-PT15H' : '-P1D'}`,
    'END:VALARM',
    'END:VEVENT',
  ]);
  const all = ['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//Concord//${product}//EN`, ...lines, 'END:VCALENDAR'];
  return `${all.map(folded).join('\r\n')}\r\n`;
};
