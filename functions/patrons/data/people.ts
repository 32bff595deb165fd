import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { key } from './keys.ts';
import { readStanding, type StoredPerson, storedPerson } from './patron-schemas.ts';
import type { Patron } from './patron-store.ts';

/** Some patrons as persons, by id. One erased or never there is left out. Who may see a name is the caller's to know. */
export const peopleOf = async (table: Table, patronIds: readonly string[]): Promise<Map<string, StoredPerson>> => {
  const rows = await table.getMany(patronIds.map((patronId) => key('patronPerson', { patronId })));
  const people = rows.flatMap((row) => (row ? [storedPerson.parse(row)] : []));
  return new Map(people.map((person) => [person.patronId, person]));
};

/** Some patrons, standing and person, by id. */
export const patronsOf = async (table: Table, patronIds: readonly string[]): Promise<Map<string, Patron>> => {
  const [people, standings] = await Promise.all([
    peopleOf(table, patronIds),
    table.getMany(patronIds.map((patronId) => key('patronStanding', { patronId }))),
  ]);
  const patrons = standings.flatMap((row) => {
    const standing = row && readStanding(row);
    const person = standing && people.get(standing.patronId);
    return standing && person ? [[standing.patronId, { standing, person }] as const] : [];
  });
  return new Map(patrons);
};
