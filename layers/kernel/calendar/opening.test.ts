import { aCalendar } from '../../../test/builders/calendar.ts';
import { branchCalendarSchema } from './branch-calendar.ts';
import { addDays, hourOf, instant, millis } from './days.ts';
import { daysBetween, hoursOn, isOpen, lastClosing, moveOffClosedDays, nextOpening } from './opening.ts';

const berlin = aCalendar();
const FIRST = '2026-01-05';
const noon = (day: string): string => `${day}T12:00:00.000Z`;
/** A branch that opens daily and is closed for these days from 5 January on. */
const closedFor = (days: number) => {
  const daily = [{ open: '09:00', close: '18:00' }];
  const weekly = { ...berlin.weekly, sunday: daily };
  return aCalendar({ weekly, closures: [{ from: FIRST, to: addDays(FIRST, days - 1), reason: 'Works' }] });
};

test('at closing time a branch is closed: the next opening is another one', () => {
  expect(nextOpening(berlin, '2026-03-27T17:00:00.000Z')).toBe('2026-03-28T08:00:00.000Z');
});

test('the last closing lies before a closed day, and before the opening of the same day', () => {
  expect(lastClosing(berlin, noon('2026-03-29'))).toBe('2026-03-28T17:00:00.000Z');
  expect(lastClosing(berlin, '2026-03-27T06:00:00.000Z')).toBe('2026-03-26T17:00:00.000Z');
  expect(lastClosing(berlin, noon('2026-03-27'))).toBe(noon('2026-03-27'));
});

test('hours of a day count in their order, however they are noted', () => {
  const parted = aCalendar({
    weekly: {
      friday: [
        { open: '14:00', close: '18:00' },
        { open: '09:00', close: '12:00' },
      ],
    },
  });
  expect(nextOpening(parted, '2026-03-27T05:00:00.000Z')).toBe('2026-03-27T08:00:00.000Z');
  expect(nextOpening(parted, '2026-03-27T11:30:00.000Z')).toBe('2026-03-27T13:00:00.000Z');
  expect(lastClosing(parted, '2026-03-27T12:30:00.000Z')).toBe('2026-03-27T11:00:00.000Z');
  expect(lastClosing(parted, '2026-03-27T08:00:00.000Z')).toBe('2026-03-27T08:00:00.000Z');
  expect(isOpen(parted, '2026-03-27T08:30:00.000Z')).toBe(true);
});

test('a branch that is closed for more than 400 days counts as one that never opens', () => {
  const [last, after] = [addDays(FIRST, 399), addDays(FIRST, 400)];
  expect(nextOpening(closedFor(400), noon(FIRST))).toBe(`${after}T08:00:00.000Z`);
  expect(nextOpening(closedFor(401), noon(FIRST))).toBeUndefined();
  expect(moveOffClosedDays(closedFor(400), FIRST, 'later')).toBe(after);
  expect(moveOffClosedDays(closedFor(401), FIRST, 'later')).toBe(FIRST);
  expect(lastClosing(closedFor(400), noon(last))).toBe(`${addDays(FIRST, -1)}T17:00:00.000Z`);
  expect(lastClosing(closedFor(401), noon(after))).toBeUndefined();
});

test('a closure that begins during a day leaves the hours before it, and none of the days after', () => {
  const closing = (closesAt: string) =>
    aCalendar({ closures: [{ from: '2026-03-27', to: '2026-03-28', closesAt, reason: 'Storm' }] });
  const hours = (closesAt: string, day: string) =>
    hoursOn(closing(closesAt), day).map(({ opens, closes }) => [instant(opens), instant(closes)]);
  expect(hours('14:00', '2026-03-27')).toEqual([['2026-03-27T08:00:00.000Z', '2026-03-27T13:00:00.000Z']]);
  expect([hours('09:00', '2026-03-27'), hours('14:00', '2026-03-28')]).toEqual([[], []]);
  expect(hours('20:00', '2026-03-27')).toEqual([['2026-03-27T08:00:00.000Z', '2026-03-27T17:00:00.000Z']]);
});

test('a calendar says what is wrong with its hours, its closures and its zone', () => {
  const issuesOf = (over: object): string[] =>
    branchCalendarSchema.safeParse({ ...berlin, ...over }).error?.issues.map(({ message }) => message) ?? [];
  const monday = (open: string, close: string) => ({ weekly: { monday: [{ open, close }] } });
  const time = 'a time is HH:MM, 24:00 for midnight at the end';
  for (const wrong of ['9:00', '09:000', 'x09:00', '24:01']) expect(issuesOf(monday(wrong, '24:00'))[0]).toBe(time);
  expect(issuesOf(monday('09:00', '09:00'))).toEqual(['closing comes after opening on the same day']);
  const closure = (from: string, to: string) => ({ closures: [{ from, to, reason: 'Works' }] });
  expect(issuesOf(closure('2026-03-02', '2026-03-01'))).toEqual(['a closure ends on or after its first day']);
  expect(issuesOf(closure('2026-03-02', '2026-03-02'))).toEqual([]);
  expect(issuesOf({ timeZone: '+02:00' })).toEqual(['not an IANA time zone']);
});

test('days between two days and hours of a day are those of the calendar, also over a clock change', () => {
  expect([daysBetween('2026-03-28', '2026-03-30'), daysBetween('2026-03-30', '2026-03-28')]).toEqual([2, -2]);
  expect(hourOf(berlin, '2026-03-28', 8)).toBe('2026-03-28T07:00:00.000Z');
  expect(hourOf(berlin, '2026-03-29', 8)).toBe('2026-03-29T06:00:00.000Z');
});

test('what is no instant is refused', () => {
  expect(() => millis('soon')).toThrow(new RangeError('not an instant: soon'));
  expect(() => instant(Number.NaN)).toThrow(new RangeError('not an instant'));
});
