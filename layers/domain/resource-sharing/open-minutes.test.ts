import { openIntervals, openMinutesNextDay } from './open-minutes.ts';

const calendar = {
  timeZone: 'Europe/Berlin',
  weekly: { monday: [{ open: '09:00', close: '17:00' }], tuesday: [{ open: '10:00', close: '12:00' }] },
  closures: [],
};

test('opening is counted from now, for 24 hours', () => {
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
