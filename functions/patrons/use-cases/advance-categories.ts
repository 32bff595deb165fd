import { equals } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { PatronsPolicy } from '../../../layers/records/policies/domain/patrons.ts';
import { agesOutWrites, type DuePatron, dueToAgeOut } from '../data/ages-out-store.ts';
import { key } from '../data/keys.ts';
import { changeWrite } from '../data/patron-change-store.ts';
import { patronStore } from '../data/patron-store.ts';
import { categoryOn } from '../domain/record/category.ts';
import type { PatronChange } from '../domain/record/change.ts';

const advance = async (
  table: Table,
  { pk, sk, patronId: id }: DuePatron,
  policy: PatronsPolicy,
  today: string,
  change: (detail: PatronChange['detail']) => PatronChange,
): Promise<boolean> => {
  const remove: Write = { delete: { pk, sk } };
  const patron = await patronStore(table).get(id, { strong: true });
  if (!patron) {
    await table.write([remove]);
    return false;
  }
  const { patronId, category: before } = patron.status;
  const { birthDate } = patron.person.person;
  const category = categoryOn(policy, before, birthDate, today);
  const next = agesOutWrites(policy, { patronId, category, birthDate });
  const update = { update: key('patronStatus', { patronId }), set: { category }, when: equals('category', before) };
  const changed = category === before ? [] : [update, changeWrite(patronId, change({ changed: ['category'] }))];
  // The row stays when the patron is due on the same date again.
  const schedule = next.some((write) => 'put' in write && write.put.sk === sk) ? [] : [remove, ...next];
  const conflict = await table.write([...schedule, ...changed]);
  return !conflict && changed.length > 0;
};

/**
 * Moves the patrons whose category ends by age on or before a date to their next category, and returns how many. It decides by the current
 * patron, so that an outdated row changes nothing. The next run repeats a conflicting write.
 */
export const advanceCategories = async (
  table: Table,
  policy: PatronsPolicy,
  today: string,
  change: (detail: PatronChange['detail']) => PatronChange,
): Promise<number> => {
  let advanced = 0;
  for await (const due of dueToAgeOut(table, today))
    if (await advance(table, due, policy, today, change)) advanced += 1;
  return advanced;
};
