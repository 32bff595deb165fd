import { cases } from '../cases.ts';
import { timelineOf } from './timeline.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
const steps = cases.flatMap((one) => one.steps);
const timeline = timelineOf(steps, now);

describe('the time line of the demo', () => {
  it('returns every step once, the earliest first and none in the future', () => {
    expect(new Set(timeline.map(({ step }) => step))).toEqual(new Set(steps));
    expect(timeline).toHaveLength(steps.length);
    const times = timeline.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(new Set(times).size).toBe(times.length);
    expect(Math.max(...times)).toBeLessThan(now);
  });

  it('preserves the days of the cases, and the order of the steps of one day', () => {
    for (const { step, at } of timeline) expect(Math.floor((now - at) / 86_400_000)).toBe(step.daysAgo);
    const [last, first] = [
      { ...steps[0], daysAgo: 3 },
      { ...steps[1], daysAgo: 3 },
    ] as typeof steps;
    expect(
      timelineOf(
        [first, last].flatMap((one) => one ?? []),
        now,
      ).map(({ step }) => step),
    ).toEqual([first, last]);
  });
});
