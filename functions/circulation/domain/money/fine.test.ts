import { aCalendar } from '../../../../test/builders/calendar.ts';
import { aLoan } from '../../../../test/builders/circulation.ts';
import { overdueFine } from './fine.ts';

const { terms, due } = aLoan();
const calendar = aCalendar();
/** The fine of a loan that was due on Friday evening. */
const fineAt = (until: string, over = {}, fined?: number) =>
  overdueFine({ ...terms, ...over }, due, until, calendar, fined);

test('C71 a return up to the second of the due date costs nothing, also where the rule charges by the hour', () => {
  for (const over of [{}, { perHour: 100 }, { closed: true as const, perHour: 100 }]) {
    expect(fineAt(due, over)).toEqual({ amount: 0, late: { days: 0 } });
    expect(fineAt('2026-02-20T11:00:00.000Z', over)).toEqual({ amount: 0, late: { days: 0 } });
  }
});

test('C71 each open day after the due day costs, Sunday only where closed days count', () => {
  const wednesday = '2026-03-04T11:00:00.000Z';
  expect(fineAt(wednesday)).toEqual({ amount: 100, late: { days: 4 } });
  expect(fineAt(wednesday, { closed: true })).toEqual({ amount: 125, late: { days: 5 } });
});

test('C71 within the days of grace nothing is charged, beyond them every day', () => {
  const wednesday = '2026-03-04T11:00:00.000Z';
  expect(fineAt(wednesday, { grace: 4 })).toEqual({ amount: 0, late: { days: 4 } });
  expect(fineAt(wednesday, { grace: 3 })).toEqual({ amount: 100, late: { days: 4 } });
});

test('C71 each started hour costs; within the minutes of grace none, and closed time counts only where the rule says so', () => {
  const hourly = { perHour: 10, closed: true as const };
  expect(fineAt('2026-02-28T00:59:59.000Z', hourly)).toEqual({ amount: 20, late: { hours: 2 } });
  expect(fineAt('2026-02-28T01:00:00.000Z', hourly)).toEqual({ amount: 30, late: { hours: 3 } });
  expect(fineAt('2026-02-28T00:59:59.000Z', { ...hourly, graceMinutes: 120 })).toEqual({
    amount: 0,
    late: { hours: 2 },
  });
  expect(fineAt('2026-02-28T01:00:00.000Z', { ...hourly, graceMinutes: 120 })).toEqual({
    amount: 30,
    late: { hours: 3 },
  });
  // The branch is open for nine hours on Saturday and closed on Sunday.
  expect(fineAt('2026-03-01T11:00:00.000Z', { perHour: 10 })).toEqual({ amount: 90, late: { hours: 9 } });
});

test('C71 a loan is never fined above its cap, with what it was fined at earlier renewals', () => {
  const wednesday = '2026-03-04T11:00:00.000Z';
  expect(fineAt(wednesday, { cap: 60 }).amount).toBe(60);
  expect(fineAt(wednesday, { cap: 60 }, 20).amount).toBe(40);
  expect(fineAt(wednesday, { cap: 60 }, 70).amount).toBe(0);
  expect(fineAt(wednesday, { cap: null }, 5000).amount).toBe(100);
});
