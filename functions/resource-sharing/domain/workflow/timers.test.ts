import fc from 'fast-check';
import { afterOpenMinutes, answerBy, runsOutAt, TIMERS_IN_DEMO, TIMERS_IN_LIFE } from './timers.ts';

const FRIDAY_5PM = '2026-11-06T17:00:00.000Z';
const OPEN = [
  { from: '2026-11-06T09:00:00.000Z', to: '2026-11-06T18:00:00.000Z' },
  { from: '2026-11-09T09:00:00.000Z', to: '2026-11-09T18:00:00.000Z' },
];

describe('the deadline for a supplier’s answer', () => {
  test.each([
    ['normal', '2026-11-09T17:00:00.000Z'],
    ['rush', '2026-11-07T17:00:00.000Z'],
    ['express', '2026-11-06T19:00:00.000Z'],
  ] as const)('in production, %s: %s', (level, expected) => {
    expect(answerBy(FRIDAY_5PM, level, TIMERS_IN_LIFE)).toBe(expected);
  });

  test('in the demonstration, minutes', () => {
    expect(answerBy(FRIDAY_5PM, 'normal', TIMERS_IN_DEMO)).toBe('2026-11-06T17:03:00.000Z');
  });

  test('an express request on Friday evening waits for Monday morning when the calendar is known', () => {
    expect(answerBy(FRIDAY_5PM, 'express', TIMERS_IN_LIFE, { open: OPEN })).toBe('2026-11-09T10:00:00.000Z');
  });

  test('never after the patron needs the item, unless that day has passed', () => {
    const soon = { needBy: '2026-11-06T17:01:00Z' };
    expect(answerBy(FRIDAY_5PM, 'normal', TIMERS_IN_LIFE, soon)).toBe('2026-11-06T17:01:00.000Z');
    const past = { needBy: '2026-11-01T00:00:00Z' };
    expect(answerBy(FRIDAY_5PM, 'express', TIMERS_IN_LIFE, past)).toBe('2026-11-06T19:00:00.000Z');
  });
});

describe('open minutes', () => {
  test('are counted in any order of the intervals, and past ones do not count', () => {
    expect(afterOpenMinutes(FRIDAY_5PM, 61, [...OPEN].reverse())).toBe('2026-11-09T09:01:00.000Z');
    expect(afterOpenMinutes('2026-11-10T00:00:00.000Z', 5, OPEN)).toBe('2026-11-10T00:05:00.000Z');
  });

  test('continue as plain minutes when the calendar ends, so that a timer always ends', () => {
    expect(afterOpenMinutes(FRIDAY_5PM, 60 + 540 + 30, OPEN)).toBe('2026-11-09T18:30:00.000Z');
  });

  test('never end before as many plain minutes', () => {
    const interval = fc
      .tuple(fc.integer({ min: -1000, max: 10_000 }), fc.integer({ min: 1, max: 2000 }))
      .map(([from, length]) => ({ from: at(from), to: at(from + length) }));
    const at = (minutes: number): string => new Date(Date.parse(FRIDAY_5PM) + minutes * 60_000).toISOString();
    fc.assert(
      fc.property(fc.nat(5000), fc.array(interval, { maxLength: 6 }), (minutes, open) => {
        expect(afterOpenMinutes(FRIDAY_5PM, minutes, open) >= at(minutes)).toBe(true);
      }),
    );
  });
});

test('a loan expires on its own date, other timers by policy', () => {
  expect(runsOutAt('due', FRIDAY_5PM, TIMERS_IN_LIFE, '2026-12-01T00:00:00.000Z')).toBe('2026-12-01T00:00:00.000Z');
  expect(runsOutAt('due', FRIDAY_5PM, TIMERS_IN_LIFE)).toBe(FRIDAY_5PM);
  expect(runsOutAt('ship-by', FRIDAY_5PM, TIMERS_IN_DEMO)).toBe('2026-11-06T17:10:00.000Z');
});
