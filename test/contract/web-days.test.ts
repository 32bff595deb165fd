import { beginningOf, endOfDay, startOfDay, today } from '../../web/src/components/days.ts';
import { daysUntil } from '../../web/src/i18n/format.ts';
import { setPlaceZone } from '../../web/src/i18n/place-time.ts';

afterEach(() => setPlaceZone(undefined));

test.each([
  ['America/New_York', '2026-06-01', '2026-06-01T04:00:00.000Z', '2026-06-02T03:59:59.000Z'],
  ['America/New_York', '2026-03-08', '2026-03-08T05:00:00.000Z', '2026-03-09T03:59:59.000Z'],
  ['America/New_York', '2026-11-01', '2026-11-01T04:00:00.000Z', '2026-11-02T04:59:59.000Z'],
  ['Asia/Kolkata', '2026-06-01', '2026-05-31T18:30:00.000Z', '2026-06-01T18:29:59.000Z'],
  ['Pacific/Auckland', '2026-04-05', '2026-04-04T11:00:00.000Z', '2026-04-05T11:59:59.000Z'],
])('in %s the day %s has its first and last instant there, also when clocks change', (zone, day, first, last) => {
  setPlaceZone(zone);
  expect([startOfDay(day), endOfDay(day)]).toEqual([first, last]);
});

test('days are counted by the calendar of the place, and what begins there already begins now', () => {
  setPlaceZone('America/New_York');
  const now = new Date('2026-06-01T03:00:00Z');
  expect(daysUntil('2026-06-01T03:59:00Z', now)).toBe(0);
  expect(daysUntil('2026-06-01T04:00:00Z', now)).toBe(1);
  expect(daysUntil('2026-05-30', now)).toBe(-1);
  expect(beginningOf(today())).toBeUndefined();
  expect(beginningOf('')).toBeUndefined();
  expect(beginningOf('2999-01-01')).toBe('2999-01-01T05:00:00.000Z');
});
