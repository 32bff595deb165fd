import { byId } from '../../../../layers/kernel/money/split.ts';
import { type Counts, plus } from '../../../../layers/kernel/usage/units.ts';
import type { Service } from '../../../../layers/kernel/usage/usage-line.ts';
import type { MeteredLine } from './join.ts';
import { webFilesOf } from './web-files.ts';

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

/** Returns the counts of a line for the meters. */
export const countsOf = (line: MeteredLine): Counts => ({
  ...line.units,
  // Whole milliseconds keep sums exact in any order.
  searchMs: Math.round(line.units.searchMs),
  ...line.billed,
  ...webFilesOf(line),
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

/** Combines sums of the same day, member, operation and service; associative and commutative. */
export const combine = (...lists: readonly (readonly DailySum[])[]): DailySum[] => {
  const sums = new Map<string, DailySum>();
  for (const sum of lists.flat()) {
    const known = sums.get(keyOf(sum));
    sums.set(keyOf(sum), known ? addSums(known, sum) : sum);
  }
  return [...sums].toSorted(([a], [b]) => byId(a, b)).map(([, sum]) => sum);
};

/** Returns metered lines as daily sums (UTC), ordered by day, member, operation. */
export const aggregate = (lines: readonly MeteredLine[]): DailySum[] => combine(lines.map(sumOf));

/** Sums with the ids of their batches. */
export type Metered = { batches: ReadonlySet<string>; sums: DailySum[] };

/** Imports a batch once: a repeated batch, in any order, changes nothing. */
export const absorb = (metered: Metered, batchId: string, sums: readonly DailySum[]): Metered =>
  metered.batches.has(batchId)
    ? metered
    : { batches: new Set([...metered.batches, batchId]), sums: combine(metered.sums, sums) };
