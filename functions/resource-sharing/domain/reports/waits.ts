/** The timed intervals of a request, with the moments that begin and end each. */
export const WAITS = {
  sourcing: 'From being placed until the first supplier was asked',
  answering: 'From being asked until the supplier’s first answer',
  shipping: 'From the answer until the item was shipped, or the copy sent',
  transit: 'From being shipped until it was received, or the copy handed on',
  turnaround: 'From being placed until it was received, or the copy handed on',
  use: 'From being received until it was sent home',
  away: 'From being shipped until the supplier had it back',
} as const;

/** A timed interval. */
export type Wait = keyof typeof WAITS;

/** All intervals, in the order of a request's progress. */
export const waits = Object.keys(WAITS) as [Wait, ...Wait[]];

/** The upper limits, in hours, of the classes of waits: medians without storing each time. */
const CLASSES = [
  ...[1, 2, 4, 8, 12, 24, 36, 48, 72, 96, 120, 168, 240, 336, 504, 720, 1080, 1440, 2160, 4320],
] as const;
/** The value of waits longer than the last class: a year. */
const SLOWER = 8760;
const ENDS = [...CLASSES, SLOWER];

const MINUTE_MS = 60_000;

/** Counters by name; an absent one is zero. */
export type Counts = Readonly<Record<string, number>>;

/**
 * Returns the changes by one wait: one in its class, and its minutes in the sum. A wait that ends before it begins does
 * not count.
 */
export const waited = (wait: Wait, from: string, to: string): Counts => {
  const minutes = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / MINUTE_MS));
  const end = CLASSES.find((hours) => minutes <= hours * 60) ?? SLOWER;
  return { [`${wait}${end}`]: 1, [`${wait}Minutes`]: minutes };
};

/** A wait as displayed, in hours; median and 90th percentile as the upper limit of their class. */
export type WaitFigures = { wait: Wait; count: number; meanHours: number; medianHours: number; p90Hours: number };

const atMost = (counts: readonly number[], share: number): number => {
  const all = counts.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  const place = counts.findIndex((count) => {
    seen += count;
    return seen >= all * share;
  });
  return ENDS[place] ?? SLOWER;
};

/** The figures of a wait from counters; undefined when nothing was timed. */
export const waitFigures = (counters: Counts, wait: Wait): WaitFigures | undefined => {
  const counts = ENDS.map((end) => counters[`${wait}${end}`] ?? 0);
  const count = counts.reduce((sum, one) => sum + one, 0);
  if (count === 0) return undefined;
  const hours = (counters[`${wait}Minutes`] ?? 0) / 60;
  return {
    ...{ wait, count },
    meanHours: Math.round((hours / count) * 10) / 10,
    medianHours: atMost(counts, 0.5),
    p90Hours: atMost(counts, 0.9),
  };
};
