import fc from 'fast-check';
import { aCalendar, closedAllWeek } from '../../../test/builders/calendar.ts';
import { branchCalendarSchema } from './branch-calendar.ts';
import { addDays, dueAtEndOf, localDay, millis } from './days.ts';
import { dueDate } from './due-date.ts';
import { monthSchema } from './month.ts';
import { isOpen, lastClosing, moveOffClosedDays, nextOpening, openDaysAfter, opensOn, openTime } from './opening.ts';
import { dayInZone } from './time-zone.ts';

// Daylight saving time begins in Berlin on Sunday 2026-03-29 and ends on 2026-10-25.
const berlin = aCalendar();

describe('opening hours', () => {
  test('are those of the branch, in its own time zone', () => {
    expect(isOpen(berlin, '2026-03-27T08:30:00.000Z')).toBe(true);
    expect(isOpen(berlin, '2026-03-27T07:59:59.000Z')).toBe(false);
    expect(isOpen(berlin, '2026-03-30T07:00:00.000Z')).toBe(true);
    expect(isOpen(berlin, '2026-03-30T16:00:00.000Z')).toBe(false);
  });

  test('skip Sundays and closures to the next opening', () => {
    const closed = aCalendar({ closures: [{ from: '2026-03-30', to: '2026-03-31', reason: 'stocktaking' }] });
    expect(nextOpening(closed, '2026-03-28T20:00:00.000Z')).toBe('2026-04-01T07:00:00.000Z');
    expect(nextOpening(closed, '2026-04-01T10:00:00.000Z')).toBe('2026-04-01T10:00:00.000Z');
  });

  test('may never occur', () => {
    expect(nextOpening(closedAllWeek, '2026-03-28T20:00:00.000Z')).toBeUndefined();
    expect(moveOffClosedDays(closedAllWeek, '2026-03-28', 'later')).toBe('2026-03-28');
  });
});

describe('due dates', () => {
  test('C69 end with the day at the branch before and after a clock change', () => {
    expect(dueAtEndOf(berlin, '2026-03-28')).toBe('2026-03-28T22:59:59.000Z');
    expect(dueAtEndOf(berlin, '2026-03-29')).toBe('2026-03-29T21:59:59.000Z');
    expect(dueAtEndOf(berlin, '2026-10-25')).toBe('2026-10-25T22:59:59.000Z');
  });

  test('C69 move off closed days, later by default and earlier on request', () => {
    const request = { calendar: berlin, from: '2026-03-01T12:00:00.000Z', period: { days: 28 } };
    expect(dueDate({ ...request, closedDays: 'later' })).toEqual({
      due: '2026-03-30T21:59:59.000Z',
      moved: ['closed-days'],
    });
    expect(dueDate({ ...request, closedDays: 'earlier' })).toEqual({
      due: '2026-03-28T22:59:59.000Z',
      moved: ['closed-days'],
    });
    expect(dueDate({ ...request, closedDays: 'keep' })).toEqual({ due: '2026-03-29T21:59:59.000Z', moved: [] });
  });

  test('C69 stop at the last day of the card, earlier when that is a closed day', () => {
    const request = {
      calendar: berlin,
      from: '2026-03-02T12:00:00.000Z',
      period: { days: 60 },
      closedDays: 'later',
    } as const;
    expect(dueDate({ ...request, notAfter: '2026-03-29' })).toEqual({
      due: '2026-03-28T22:59:59.000Z',
      moved: ['card-expiry'],
    });
  });

  test('C69 are never before the loan, even if its only day is a closed one', () => {
    const request = {
      calendar: berlin,
      from: '2026-03-29T12:00:00.000Z',
      period: { days: 7 },
      closedDays: 'later',
    } as const;
    expect(dueDate({ ...request, notAfter: '2026-03-29' })).toEqual({
      due: '2026-03-29T21:59:59.000Z',
      moved: ['card-expiry'],
    });
  });

  test('by the hour are at the next opening, if the branch is closed', () => {
    const request = { calendar: berlin, period: { hours: 3 }, closedDays: 'later' } as const;
    expect(dueDate({ ...request, from: '2026-03-27T09:00:00.000Z' })).toEqual({
      due: '2026-03-27T12:00:00.000Z',
      moved: [],
    });
    expect(dueDate({ ...request, from: '2026-03-27T15:30:00.000Z' })).toEqual({
      due: '2026-03-28T08:00:00.000Z',
      moved: ['closed-days'],
    });
  });

  test('C69 by the hour can be at closing time, and never before the loan', () => {
    const request = { calendar: berlin, period: { hours: 3 }, closedDays: 'earlier' } as const;
    expect(dueDate({ ...request, from: '2026-03-27T15:30:00.000Z' })).toEqual({
      due: '2026-03-27T17:00:00.000Z',
      moved: ['closed-days'],
    });
    expect(dueDate({ ...request, from: '2026-03-27T17:00:00.000Z' })).toEqual({
      due: '2026-03-28T08:00:00.000Z',
      moved: ['closed-days'],
    });
    expect(dueDate({ ...request, closedDays: 'keep', from: '2026-03-27T17:00:00.000Z' }).due).toBe(
      '2026-03-27T20:00:00.000Z',
    );
  });

  test('C69 by the hour are real hours over a clock change', () => {
    const always = [{ open: '00:00', close: '24:00' }];
    const calendar = aCalendar({ weekly: { saturday: always, sunday: always } });
    const lent = { calendar, period: { hours: 4 }, closedDays: 'later' } as const;
    // Four hours after 23:00 it is 04:00 when daylight saving time begins, 02:00 when it ends.
    expect(dueDate({ ...lent, from: '2026-03-28T22:00:00.000Z' }).due).toBe('2026-03-29T02:00:00.000Z');
    expect(dueDate({ ...lent, from: '2026-10-24T21:00:00.000Z' }).due).toBe('2026-10-25T01:00:00.000Z');
  });

  test('C69 by the hour end with the last open hour of the card', () => {
    const request = { calendar: berlin, from: '2026-03-27T15:30:00.000Z', closedDays: 'later' } as const;
    expect(dueDate({ ...request, period: { hours: 3 }, notAfter: '2026-03-27' })).toEqual({
      due: '2026-03-27T17:00:00.000Z',
      moved: ['card-expiry'],
    });
  });

  test('C69 are at the end of the period or of the term, whichever is earlier, and the card’s end precedes both', () => {
    const request = { calendar: berlin, from: '2026-03-02T12:00:00.000Z', closedDays: 'later' } as const;
    const ceiling = '2026-03-29';
    expect(dueDate({ ...request, period: { days: 60 }, ceiling })).toEqual({
      due: '2026-03-28T22:59:59.000Z',
      moved: ['term-end'],
    });
    expect(dueDate({ ...request, period: { days: 7 }, ceiling })).toEqual({
      due: '2026-03-09T22:59:59.000Z',
      moved: [],
    });
    expect(dueDate({ ...request, period: { days: 60 }, ceiling, notAfter: '2026-03-14' })).toEqual({
      due: '2026-03-14T22:59:59.000Z',
      moved: ['card-expiry'],
    });
  });

  const zones = fc.constantFrom(
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Africa/Cairo',
    'Asia/Kathmandu',
    'UTC',
  );
  const instants = fc.integer({ min: millis('2024-01-01T00:00:00Z'), max: millis('2030-01-01T00:00:00Z') });

  test('are in every time zone the last second of the day that the count of days gives', () => {
    fc.assert(
      fc.property(zones, instants, fc.integer({ min: 0, max: 400 }), (timeZone, at, days) => {
        const calendar = aCalendar({ timeZone });
        const from = new Date(at).toISOString();
        const { due } = dueDate({ calendar, from, period: { days }, closedDays: 'keep' });
        expect(localDay(calendar, due)).toBe(addDays(localDay(calendar, from), days));
        expect(localDay(calendar, new Date(millis(due) + 1000).toISOString())).toBe(
          addDays(localDay(calendar, due), 1),
        );
      }),
    );
  });

  test('C69 by the hour fall into opening hours, up to their end, and after the loan', () => {
    const strategies = fc.constantFrom('later' as const, 'earlier' as const);
    fc.assert(
      fc.property(zones, instants, fc.integer({ min: 1, max: 240 }), strategies, (timeZone, at, hours, closedDays) => {
        const calendar = aCalendar({ timeZone });
        const from = new Date(at).toISOString();
        const { due } = dueDate({ calendar, from, period: { hours }, closedDays });
        expect(lastClosing(calendar, due)).toBe(due);
        expect(millis(due)).toBeGreaterThan(at);
      }),
    );
  });

  test('C69 are never earlier than the minimum loan, whichever way closed days move them', () => {
    const strategies = fc.constantFrom('later' as const, 'earlier' as const, 'keep' as const);
    const span = fc.integer({ min: 0, max: 40 });
    const shut = fc.tuple(span, fc.integer({ min: 0, max: 10 }));
    fc.assert(
      fc.property(
        zones,
        instants,
        fc.tuple(span, span, span),
        shut,
        strategies,
        (timeZone, at, spans, shuts, closedDays) => {
          const [days, short, more] = spans;
          const from = new Date(at).toISOString();
          const today = localDay(aCalendar({ timeZone }), from);
          const first = addDays(today, shuts[0]);
          const closures = [{ from: first, to: addDays(first, shuts[1]), reason: 'stocktaking' }];
          const calendar = aCalendar({ timeZone, closures });
          const least = { days: Math.min(days, short) };
          const ceiling = addDays(today, least.days + more);
          const { due } = dueDate({ calendar, from, period: { days }, closedDays, least, ceiling });
          expect(localDay(calendar, due) >= addDays(today, least.days)).toBe(true);
          expect(localDay(calendar, due) <= ceiling || more === 0).toBe(true);
          const hours = { hours: Math.min(days, short) + 1 };
          const hourly = dueDate({ calendar, from, period: { hours: days + 1 }, closedDays, least: hours });
          expect(millis(hourly.due)).toBeGreaterThanOrEqual(at + hours.hours * 3_600_000);
        },
      ),
    );
  });

  test('never fall on a closed day by "later", and never after the limit', () => {
    fc.assert(
      fc.property(
        zones,
        instants,
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        (timeZone, at, days, valid) => {
          const calendar = aCalendar({ timeZone });
          const from = new Date(at).toISOString();
          const notAfter = addDays(localDay(calendar, from), valid);
          const free = dueDate({ calendar, from, period: { days }, closedDays: 'later' });
          expect(opensOn(calendar, localDay(calendar, free.due))).toBe(true);
          const limited = dueDate({ calendar, from, period: { days }, closedDays: 'later', notAfter });
          expect(localDay(calendar, limited.due) <= notAfter).toBe(true);
        },
      ),
    );
  });
});

test('C71 the days a fine counts are the days the branch opened', () => {
  expect(openDaysAfter(berlin, '2026-03-26', '2026-04-09')).toBe(12);
  expect(openDaysAfter(berlin, '2026-03-26', '2026-03-26')).toBe(0);
});

test('C71 the hours a fine counts are the hours the branch was open', () => {
  // From Friday 17:00 to Monday 10:30: one hour, all of Saturday, and one and a half hours.
  expect(openTime(berlin, '2026-03-27T16:00:00.000Z', '2026-03-30T08:30:00.000Z')).toBe(11.5 * 3_600_000);
  expect(openTime(berlin, '2026-03-27T16:00:00.000Z', '2026-03-27T16:20:00.000Z')).toBe(1_200_000);
  expect(openTime(berlin, '2026-03-29T08:00:00.000Z', '2026-03-29T12:00:00.000Z')).toBe(0);
});

test('a calendar has a real time zone, closes after it opens, and has no other fields', () => {
  const broken = {
    timeZone: 'Mars/Base',
    weekly: { monday: [{ open: '17:00', close: '09:00' }] },
    closures: [],
    holidays: [],
  };
  const paths = branchCalendarSchema.safeParse(broken).error?.issues.map((issue) => issue.path.join('/'));
  expect(paths).toEqual(['timeZone', 'weekly/monday/0', '']);
  expect(branchCalendarSchema.parse(berlin)).toEqual(berlin);
});

test('finding S15: a month before 1900 is none', () => {
  expect(
    ['0000-01', '1899-12', '2026-13', '2026-00', '2026-1', '99999-01'].filter((m) => monthSchema.safeParse(m).success),
  ).toEqual([]);
  expect(['1900-01', '2026-12', '9999-12'].every((month) => monthSchema.safeParse(month).success)).toBe(true);
});

test('the local day is the same without the library of dates', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'Asia/Kathmandu', 'UTC'),
      fc.integer({ min: millis('2024-01-01T00:00:00Z'), max: millis('2030-01-01T00:00:00Z') }),
      (timeZone, instant) => {
        const at = new Date(instant).toISOString();
        expect(dayInZone(timeZone, at)).toBe(localDay(aCalendar({ timeZone }), at));
      },
    ),
  );
});
