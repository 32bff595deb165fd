import { closedUntil, openIntervals, openMinutesNextDay } from './open-minutes.ts';

const calendar = {
  timeZone: 'Europe/Berlin',
  weekly: { monday: [{ open: '09:00', close: '17:00' }], tuesday: [{ open: '10:00', close: '12:00' }] },
  closures: [],
};

test('the next opening is searched from now, for 24 hours', () => {
  // Monday 15:00 in Berlin: two hours today, and the two of Tuesday morning.
  expect(openMinutesNextDay(calendar, '2026-03-02T14:00:00.000Z')).toBe(240);
  expect(openMinutesNextDay(calendar, '2026-03-04T14:00:00.000Z')).toBe(0);
});

test('an open day that has begun counts from now, later ones from their opening', () => {
  expect(openIntervals(calendar, '2026-03-02T14:00:00.000Z', 1)).toEqual([
    { from: '2026-03-02T14:00:00.000Z', to: '2026-03-02T16:00:00.000Z' },
    { from: '2026-03-03T09:00:00.000Z', to: '2026-03-03T11:00:00.000Z' },
  ]);
});

test('C82 a branch is closed in its own time zone, until its next opening', () => {
  expect(closedUntil(calendar, '2026-03-02T07:59:00.000Z')).toBe('2026-03-02T08:00:00.000Z');
  expect(closedUntil(calendar, '2026-03-02T08:00:00.000Z')).toBeUndefined();
  // From Wednesday to Monday it has no hours; the Monday of a holiday is skipped.
  expect(closedUntil(calendar, '2026-03-04T14:00:00.000Z')).toBe('2026-03-09T08:00:00.000Z');
  const holiday = [{ from: '2026-03-09', to: '2026-03-09', reason: 'Holiday' }];
  expect(closedUntil({ ...calendar, closures: holiday }, '2026-03-04T14:00:00.000Z')).toBe('2026-03-10T09:00:00.000Z');
});

test('a branch that never opens is closed for the whole search period', () => {
  expect(closedUntil({ ...calendar, weekly: {} }, '2026-03-02T08:00:00.000Z')).toBe('2027-04-06T08:00:00.000Z');
});
