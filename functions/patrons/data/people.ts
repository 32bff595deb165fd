import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { key } from './keys.ts';
import { readPatronStatus, type StoredPerson, storedPerson } from './patron-schemas.ts';
import type { Patron } from './patron-store.ts';

/** Returns some patrons as persons, by id, without those erased or unknown. The caller decides who may see a name. */
export const peopleOf = async (table: Table, patronIds: readonly string[]): Promise<Map<string, StoredPerson>> => {
  const rows = await table.getMany(patronIds.map((patronId) => key('patronPerson', { patronId })));
  const people = rows.flatMap((row) => (row ? [storedPerson.parse(row)] : []));
  return new Map(people.map((person) => [person.patronId, person]));
};

/** Returns some patrons, status and person, by id. */
export const patronsOf = async (table: Table, patronIds: readonly string[]): Promise<Map<string, Patron>> => {
  const [people, statuses] = await Promise.all([
    peopleOf(table, patronIds),
    table.getMany(patronIds.map((patronId) => key('patronStatus', { patronId }))),
  ]);
  const patrons = statuses.flatMap((row) => {
    const status = row && readPatronStatus(row);
    const person = status && people.get(status.patronId);
    return status && person ? [[status.patronId, { status, person }] as const] : [];
  });
  return new Map(patrons);
};
