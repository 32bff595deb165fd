import fc from 'fast-check';
import { hoursOn, moveOffClosedDays, openDaysAfter, opensOn } from '../../../layers/kernel/calendar/opening.ts';
import { aCalendar } from '../../../test/builders/calendar.ts';
import { afterChange, type CalendarVersion, calendarAt, laterThan, timelineOf, withPast } from './calendar-versions.ts';

const { saturday: _, ...weekdays } = aCalendar().weekly;
const weekdaysOnly = aCalendar({ weekly: weekdays });
const always = {
  ...weekdaysOnly,
  weekly: {
    ...weekdaysOnly.weekly,
    saturday: [{ open: '10:00', close: '14:00' }],
    sunday: [{ open: '10:00', close: '14:00' }],
  },
};
const closed = { ...weekdaysOnly, closures: [{ from: '2026-03-01', to: '2026-03-31', reason: 'Works' }] };

const version = (number: number, from: string, calendar = weekdaysOnly): CalendarVersion => ({
  ...{ version: number, from, calendar },
});
const morningOf = (day: number, hour = 8): string => new Date(Date.UTC(2026, 1, 1 + day, hour)).toISOString();
const first = version(1, '2026-01-01T08:00:00.000Z');

test('finding C3: the version in force is the latest that has begun; before the first one, the first', () => {
  const later = version(2, '2026-04-01T22:00:00.000Z', always);
  const versions = [first, later];
  expect(calendarAt(versions, '2026-04-01T21:59:59.999Z')).toBe(first);
  expect(calendarAt(versions, later.from)).toBe(later);
  expect(calendarAt(versions, '2020-01-01T00:00:00.000Z')).toBe(first);
  expect(calendarAt([], later.from)).toBeUndefined();
  expect(laterThan(versions, '2026-03-01T00:00:00.000Z')).toEqual([later]);
  expect(laterThan(versions, later.from)).toEqual([]);
});

test('finding C3: a change leaves versions that begin later in force, unless it ends them', () => {
  const later = version(2, '2026-04-01T22:00:00.000Z', always);
  const now = '2026-03-02T11:00:00.000Z';
  const change = { ...version(3, now, closed), endsLater: false };
  const { endsLater: _ends, ...next } = change;
  expect(afterChange([first, later], change, now)).toEqual([next, later]);
  expect(afterChange([first, later], { ...change, endsLater: true }, now)).toEqual([next]);
  const replaced = { ...version(3, later.from, closed), endsLater: false };
  expect(afterChange([first, later], replaced, now).map((one) => one.version)).toEqual([1, 3]);
});

test('finding C3: the whole timeline agrees with the versions in force after each change, whatever is set from when', () => {
  const steps = fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: 20 }),
      ahead: fc.integer({ min: 0, max: 10 }),
      endsLater: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(steps, (raw) => {
      let inForce: CalendarVersion[] = [first];
      const set: (CalendarVersion & { endsLater?: true })[] = [first];
      for (const [i, { day, ahead, endsLater }] of raw.toSorted((a, b) => a.day - b.day).entries()) {
        const now = morningOf(day);
        const next = version(i + 2, morningOf(day + ahead));
        inForce = afterChange(inForce, { ...next, endsLater }, now);
        set.push({ ...next, ...(endsLater && { endsLater }) });
        for (let on = day; on <= 31; on += 1) {
          const at = morningOf(on, 9);
          expect(calendarAt(timelineOf(set), at)?.version).toBe(calendarAt(inForce, at)?.version);
        }
      }
    }),
  );
});

test('finding C3: days late are counted by the hours of then: a Saturday before Saturdays opened is no open day', () => {
  const from = '2026-03-16T08:00:00.000Z';
  const now = '2026-03-23T11:00:00.000Z';
  const versions = [first, version(2, from, always)];
  const since = '2026-03-06T22:59:59.000Z';
  const replayed = withPast(versions, since, now) ?? always;
  expect(openDaysAfter(replayed, '2026-03-06', '2026-03-23')).toBe(5 + 5 + 2 + 1);
  expect(openDaysAfter(always, '2026-03-06', '2026-03-23')).toBe(17);
  expect([opensOn(replayed, '2026-03-14'), opensOn(replayed, '2026-03-21')]).toEqual([false, true]);
  expect(hoursOn(replayed, '2026-03-16')).toEqual(hoursOn(always, '2026-03-16'));
  // Nothing changed since: the calendar alone.
  expect(withPast(versions, '2026-03-17T08:00:00.000Z', now)).toEqual(always);
  expect(withPast([], since, now)).toBeUndefined();
  // A version that begins later counts from its first day on, and changes nothing before.
  const later = { ...closed, closures: [{ from: '2026-03-01', to: '2026-04-30', reason: 'Works' }] };
  const ahead = withPast([...versions, version(3, '2026-04-01T08:00:00.000Z', later)], since, now) ?? always;
  expect(openDaysAfter(ahead, '2026-03-06', '2026-03-23')).toBe(5 + 5 + 2 + 1);
  expect(['2026-03-31', '2026-04-01', '2026-05-01'].map((day) => opensOn(ahead, day))).toEqual([true, false, true]);
  expect(moveOffClosedDays(ahead, '2026-04-02', 'later')).toBe('2026-05-01');
});

test('a closure that is noted afterwards counts for past days, so that patrons are not fined for them', () => {
  const ice = [{ from: '2026-03-10', to: '2026-03-11', reason: 'Ice' }];
  const works = [{ from: '2026-03-12', to: '2026-03-12', reason: 'Works' }];
  const versions = [
    version(1, first.from, { ...weekdaysOnly, closures: works }),
    version(2, '2026-03-16T08:00:00.000Z', { ...weekdaysOnly, closures: ice }),
    version(3, '2026-04-01T08:00:00.000Z', {
      ...weekdaysOnly,
      closures: [{ from: '2026-03-13', to: '2026-03-13', reason: 'Typed wrongly' }],
    }),
  ];
  const replayed = withPast(versions, '2026-03-09T08:00:00.000Z', '2026-03-20T08:00:00.000Z') ?? always;
  const days = ['2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13'];
  expect(days.map((day) => opensOn(replayed, day))).toEqual([false, false, false, true]);
  expect(openDaysAfter(replayed, '2026-03-09', '2026-03-13')).toBe(1);
});

test('of two versions from the same instant the later one replaces the other in the timeline', () => {
  const [one, other] = [version(2, morningOf(5)), version(3, morningOf(5), always)];
  expect(timelineOf([first, one, other])).toEqual([first, other]);
  expect(withPast([first, other], other.from, morningOf(9))).toEqual(always);
});

test('closures of the version in force count for the days before it, and not for those of later versions', () => {
  const now = morningOf(10);
  const [current, next, last] = [
    version(2, morningOf(3), closed),
    version(3, morningOf(20)),
    version(4, morningOf(40)),
  ];
  const whole = withPast([first, current, next, last], first.from, now);
  expect(whole?.past?.map(({ calendar }) => calendar.closures.length)).toEqual([1, 1, 0]);
  expect(whole?.past?.map(({ until }) => until)).toEqual(['2026-02-04', '2026-02-21', '2026-03-13']);
});
