import type { Step } from '../case-steps.ts';

/** A step and its time (epoch ms). */
export type Timed = { step: Step; at: number };

const DAY = 86_400_000;

/**
 * Returns steps in order of time: counted back in days from now (epoch ms), steps of one day a second apart in the given order,
 * none later than now.
 */
export const timelineOf = (steps: readonly Step[], now: number): Timed[] =>
  steps
    .map((step, place) => ({ step, at: now - step.daysAgo * DAY - (steps.length - place) * 1000 }))
    .toSorted((one, other) => one.at - other.at);
