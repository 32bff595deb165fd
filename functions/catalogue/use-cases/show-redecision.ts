import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { RulesAt } from '../data/matching-rules.ts';
import { type Redecision, readRedecision } from '../data/redecision-store.ts';

const viewOf = ({ version, state, startedAt, finishedAt, records, left, members }: Redecision) => ({
  ...{ version, state, startedAt, records, left },
  ...(finishedAt !== undefined && { finishedAt }),
  members: Object.entries(members)
    .map(([memberId, effects]) => ({ memberId, ...effects }))
    .sort((a, b) => (a.memberId < b.memberId ? -1 : 1)),
});

/** Returns the version of the match rules in force at `now` (epoch ms), and how far the stored records are decided again. */
export const showRedecision = async ({ table, rulesAt }: { table: Table; rulesAt: RulesAt }, now: number) => {
  const [{ version }, run] = await Promise.all([rulesAt(now), readRedecision(table)]);
  return { version, ...(run && { run: viewOf(run) }) };
};
