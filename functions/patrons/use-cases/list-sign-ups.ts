import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { patronsOf } from '../data/people.ts';
import { temporaryPatronsOf } from '../data/temporary-patron-store.ts';
import { shownName } from '../domain/identity/person.ts';

/** Lists a page of a member's temporary patrons, without those verified or erased at the same time. */
export const listSignUps = async (table: Table, memberId: string, wanted: PageRequest) => {
  const page = await temporaryPatronsOf(table, memberId, wanted);
  if (page === 'bad-cursor') return page;
  const patrons = await patronsOf(
    table,
    page.rows.map(({ patronId }) => patronId),
  );
  const signUps = page.rows.flatMap(({ patronId }) => {
    const { status, person } = patrons.get(patronId) ?? {};
    if (!status?.temporary || !person) return [];
    const { homeBranch, expiresOn } = status;
    const { birthDate } = person.person;
    return [
      {
        ...{ patronId, name: shownName(person.person), card: person.card, homeBranch, expiresOn },
        ...(birthDate !== undefined && { birthDate }),
        registeredAt: person.registeredAt,
      },
    ];
  });
  return { signUps, ...(page.next !== undefined && { next: page.next }) };
};
