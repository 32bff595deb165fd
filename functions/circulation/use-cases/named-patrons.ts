import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { peopleOf } from '../../patrons/public/people.ts';
import { shownName } from '../../patrons/public/shown-name.ts';
import type { NamedPatron } from '../schemas/named-patron.ts';

type Holder = { patronId: string; patronMember: string };

/**
 * Returns the names and cards of those of some patrons whose home library is a member, by id, with one batch of reads. Names of patrons
 * of other members are omitted: a desk opens their records, which is logged.
 */
export const namedPatrons = async (
  table: Table,
  holders: readonly Holder[],
  member: string,
): Promise<Map<string, NamedPatron>> => {
  const own = holders.filter(({ patronMember }) => patronMember === member).map(({ patronId }) => patronId);
  const people = await peopleOf(table, [...new Set(own)]);
  return new Map([...people].map(([id, { person, card }]) => [id, { name: shownName(person), card }]));
};
