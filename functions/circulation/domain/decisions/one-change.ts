import type { CounterDeltas, CounterName } from '../../../patrons/public/counters.ts';
import type { PatronChange } from './decision.ts';

const added = (one: CounterDeltas, other: CounterDeltas): CounterDeltas => {
  const sum: CounterDeltas = { ...one };
  for (const [name, by = 0] of Object.entries(other) as [CounterName, number | undefined][]) {
    sum[name] = (sum[name] ?? 0) + by;
  }
  return sum;
};

/** Merges changes of one patron, since a transaction writes an item only once. Takes the changes of one decision. */
export const oneChange = (patrons: readonly PatronChange[]): PatronChange[] => {
  const [first, ...rest] = patrons;
  if (first === undefined) return [];
  return [{ ...first, add: rest.reduce((sum, { add }) => added(sum, add), first.add) }];
};
