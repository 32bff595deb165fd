import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { PatronsPolicy } from '../../../layers/records/policies/domain/patrons.ts';
import { agesOutOn } from '../domain/record/category.ts';
import { key } from './keys.ts';

// In shards: all patrons born on 1 January must not share one hot partition.
const SHARDS = 8;
const shardOf = (patronId: string): string => String((patronId.charCodeAt(patronId.length - 1) || 0) % SHARDS);

type Described = { patronId: string; category: string; birthDate?: string | undefined };

/** Returns the write that schedules a patron for the day on which the category ends by age; none when it never ends. */
export const agesOutWrites = (policy: PatronsPolicy, { patronId, category, birthDate }: Described): Write[] => {
  const day = agesOutOn(policy, category, birthDate);
  if (day === undefined) return [];
  return [
    { put: { ...key('agesOut', { shard: shardOf(patronId), day, patronId }), ...stamp('agesOut', 1), patronId } },
  ];
};

/** A patron scheduled for a day that has come, with the key of the row. */
export type DuePatron = { pk: string; sk: string; patronId: string };

/** Lists the patrons whose category ends on or before a day (`YYYY-MM-DD`), shard by shard. */
export async function* dueToAgeOut(table: Table, today: string): AsyncGenerator<DuePatron> {
  for (let shard = 0; shard < SHARDS; shard += 1) {
    const { pk: partition } = key('agesOut', { shard: String(shard), day: '-', patronId: '-' });
    const due = await table.queryAll({ partition, between: [' ', `${today}~`], strong: true });
    for (const { pk, sk, patronId } of due) yield { pk: String(pk), sk: String(sk), patronId: String(patronId) };
  }
}
