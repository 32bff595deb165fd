import type { RawMonth } from './make-bill.ts';
import { countingDays, type LoggedUnits, type RawResources } from './raw-use.ts';

/** Two nodes of a search domain, a table, a bucket, logs and resources billed per piece. */
export const rawResources: RawResources = {
  nodes: 2n,
  diskGb: 20n,
  alarms: 24n,
  keys: 1n,
  acls: 1n,
  rules: 2n,
  secrets: 1n,
  tableBytes: 13_000_000_000n,
  objectBytes: 85_000_000_000n,
  logBytes: 33_000_000_000n,
};

/** Returns a month of use from sums by day. */
export const rawMonth = (
  month: string,
  sums: Iterable<{ day: string; counts: LoggedUnits }>,
  more: Partial<RawMonth> = {},
): RawMonth => {
  const counting = countingDays();
  for (const { day, counts } of sums) counting.sum(day, counts);
  return { month, days: counting.end(), resources: rawResources, ...more };
};
