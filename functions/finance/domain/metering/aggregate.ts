import { byId } from '../../../../layers/kernel/money/split.ts';
import { type Counts, plus } from '../../../../layers/kernel/usage/units.ts';
import type { Service } from '../../../../layers/kernel/usage/usage-line.ts';
import type { MeteredLine } from './join.ts';

/** The use of one operation by one member on one UTC day. `events` counts all lines, `succeeded` those below status 400. */
export type DailySum = {
  day: string;
  member: string;
  operation: string;
  service: Service;
  events: number;
  succeeded: number;
  counts: Counts;
};

/** A count of a line, as meters know it. */
export const countsOf = (line: MeteredLine): Counts => ({
  ...line.units,
  // Whole milliseconds keep sums exact whatever the order.
  searchMs: Math.round(line.units.searchMs),
  ...line.billed,
});

const sumOf = (line: MeteredLine): DailySum => ({
  day: line.at.slice(0, 10),
  member: line.member,
  operation: line.operation,
  service: line.service,
  events: 1,
  succeeded: line.status > 0 && line.status < 400 ? 1 : 0,
  counts: countsOf(line),
});

const keyOf = (sum: DailySum): string => JSON.stringify([sum.day, sum.member, sum.operation, sum.service]);

const addSums = (a: DailySum, b: DailySum): DailySum => ({
  ...a,
  events: a.events + b.events,
  succeeded: a.succeeded + b.succeeded,
  counts: plus(a.counts, b.counts),
});

/** Adds up sums of the same day, member, operation and service; associative, and the order does not matter. */
export const combine = (...lists: readonly (readonly DailySum[])[]): DailySum[] => {
  const sums = new Map<string, DailySum>();
  for (const sum of lists.flat()) {
    const known = sums.get(keyOf(sum));
    sums.set(keyOf(sum), known ? addSums(known, sum) : sum);
  }
  return [...sums].toSorted(([a], [b]) => byId(a, b)).map(([, sum]) => sum);
};

/** Metered lines as daily sums (UTC), ordered by day, member, operation. */
export const aggregate = (lines: readonly MeteredLine[]): DailySum[] => combine(lines.map(sumOf));

/** Sums with the ids of the batches that are in them. */
export type Metered = { batches: ReadonlySet<string>; sums: DailySum[] };

/** Takes a batch in once: the same batch again, in any order, changes nothing. */
export const absorb = (metered: Metered, batchId: string, sums: readonly DailySum[]): Metered =>
  metered.batches.has(batchId)
    ? metered
    : { batches: new Set([...metered.batches, batchId]), sums: combine(metered.sums, sums) };
