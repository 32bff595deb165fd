import { daysIn, monthBefore, monthSchema, monthsFrom, provisionalUntil, shiftedMonth } from './month.ts';
import { hourInZone, isTimeZone } from './time-zone.ts';

test('a month has four digits of the year and two of the month, also long ago', () => {
  expect(shiftedMonth('0100-01', -1)).toBe('0099-12');
  expect(shiftedMonth('2026-12', 1)).toBe('2027-01');
  expect(monthBefore('2026-01')).toBe('2025-12');
  expect([monthsFrom('2025-11', '2026-02'), monthsFrom('2026-02', '2025-12')]).toEqual([4, -1]);
  expect(monthSchema.safeParse('2026-010').success).toBe(false);
});

test('February has 29 days in leap years: of the centuries only every fourth is one', () => {
  expect(['2024-02', '2026-02', '1900-02', '2000-02', '2026-04', '2026-12'].map(daysIn)).toEqual([
    29, 28, 28, 29, 30, 31,
  ]);
});

test('figures are final from a day of the next month on, written with two digits', () => {
  expect([provisionalUntil('2026-01', 5), provisionalUntil('2026-12')]).toEqual(['2026-02-05', '2027-01-10']);
});

test('a time zone is a place that the runtime knows, not an offset; its hour runs from 0 to 23', () => {
  expect(['Europe/Berlin', 'UTC', '+02:00', 'Mars/Base', ''].map(isTimeZone)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(hourInZone('Europe/Berlin', '2026-03-28T22:30:00.000Z')).toBe(23);
  expect(hourInZone('Europe/Berlin', '2026-03-28T23:05:00.000Z')).toBe(0);
  expect(hourInZone('America/New_York', '2026-03-28T18:00:00.000Z')).toBe(14);
});
