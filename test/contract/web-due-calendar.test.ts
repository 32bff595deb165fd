import { calendarFile } from '../../web/src/components/calendar-file.ts';
import { dueCalendar } from '../../web/src/features/patrons/account/due-calendar.ts';

/** The calendar file of due dates (RFC 5545). */
const now = new Date('2026-12-01T10:00:00.000Z');
const lines = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');

test('each loan is an event of its whole due day, with an alarm the day before', () => {
  const text = dueCalendar([{ id: 'lon_1', day: '2026-12-31', title: 'Due: Emma', place: 'Riverton Central' }], now);
  expect(lines(text)).toEqual(
    expect.arrayContaining(['DTSTAMP:20261201T100000Z', 'DTSTART;VALUE=DATE:20261231', 'DTEND;VALUE=DATE:20270101']),
  );
  expect(lines(text)).toEqual(expect.arrayContaining(['UID:lon_1@concord', 'SUMMARY:Due: Emma', 'TRIGGER:-PT15H']));
});

test('marks of the format are escaped, and long titles are folded at 75 bytes without cutting a letter', () => {
  const title = `Grüße; aus, der\\Welt\n${'Ü'.repeat(90)}`;
  const text = dueCalendar([{ id: 'lon_1', day: '2026-12-31', title, place: '' }], now);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(lines(text)).toContain(`SUMMARY:Grüße\\; aus\\, der\\\\Welt\\n${'Ü'.repeat(90)}`);
});

test('a meeting is an event from an instant on, with an alarm a day before', () => {
  const startsAt = '2026-12-14T19:00:00.000Z';
  const text = calendarFile('Meetings', [{ id: 'mtg_1', startsAt, title: 'Council', place: 'Room 2; upstairs' }], now);
  expect(text).toContain('DTSTART:20261214T190000Z\r\nSUMMARY:Council\r\nLOCATION:Room 2\\; upstairs\r\n');
  expect(text).toContain('TRIGGER:-P1D');
  expect(text).not.toContain('DTEND');
});
