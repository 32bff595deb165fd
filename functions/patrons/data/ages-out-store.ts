import { equals } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { PatronsPolicy } from '../../../layers/records/policies/domain/patrons.ts';
import { agesOutOn, categoryOn } from '../domain/category.ts';
import type { PatronChange } from '../domain/change.ts';
import { key } from './keys.ts';
import { changeWrite } from './patron-change-store.ts';
import { patronStore } from './patron-store.ts';

// All who are born on the first of January must not be one hot partition.
const SHARDS = 8;
const shardOf = (patronId: string): string => String((patronId.charCodeAt(patronId.length - 1) || 0) % SHARDS);

type Who = { patronId: string; category: string; birthDate?: string | undefined };

/** The write that has the clock look at a patron on the day on which the category ends by age; none when that never comes. */
export const agesOutWrites = (policy: PatronsPolicy, { patronId, category, birthDate }: Who): Write[] => {
  const day = agesOutOn(policy, category, birthDate);
  if (day === undefined) return [];
  return [
    { put: { ...key('agesOut', { shard: shardOf(patronId), day, patronId }), ...stamp('agesOut', 1), patronId } },
  ];
};

/**
 * Gives those whose category ends by a day their next one. What stands of them is judged anew, so a row that is no longer
 * true does nothing; one whose write is lost stays for the next time.
 */
export const ageOut = async (
  table: Table,
  policy: PatronsPolicy,
  today: string,
  change: (detail: PatronChange['detail']) => PatronChange,
): Promise<number> => {
  let grown = 0;
  for (let shard = 0; shard < SHARDS; shard += 1) {
    const { pk: partition } = key('agesOut', { shard: String(shard), day: '-', patronId: '-' });
    const due = await table.queryAll({ partition, between: [' ', `${today}~`], strong: true });
    for (const { pk, sk, patronId: id } of due) {
      const patron = await patronStore(table).get(String(id), { strong: true });
      const gone: Write = { delete: { pk: String(pk), sk: String(sk) } };
      if (!patron) {
        await table.write([gone]);
        continue;
      }
      const { patronId, category: before } = patron.status;
      const { birthDate } = patron.person.person;
      const category = categoryOn(policy, before, birthDate, today);
      const next = agesOutWrites(policy, { patronId, category, birthDate });
      const update = {
        update: key('patronStatus', { patronId }),
        set: { category },
        when: equals('category', before),
      };
      const changed = category === before ? [] : [update, changeWrite(patronId, change({ changed: ['category'] }))];
      // Its own row goes unless it is to be looked at on the very same day again.
      const others = next.some((write) => 'put' in write && write.put.sk === sk) ? [] : [gone, ...next];
      const conflict = await table.write([...others, ...changed]);
      if (!conflict && changed.length > 0) grown += 1;
    }
  }
  return grown;
};
