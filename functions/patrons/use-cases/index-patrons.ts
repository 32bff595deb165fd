import { present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { PatronsPolicy } from '../../../layers/records/policies/domain/patrons.ts';
import { agesOutWrites } from '../data/ages-out-store.ts';
import { tailWrite } from '../data/card-store.ts';
import { key } from '../data/keys.ts';
import { loadPatronStatus } from '../data/load-patron-status.ts';
import { storedPerson } from '../data/patron-schemas.ts';
import { dependantWrite, personItem } from '../data/patron-store.ts';
import { duplicateKeyWrites, findPossibleDuplicates, notePairs } from '../data/possible-duplicate-store.ts';

// Incremented when patrons get another kind of row: then the rows of all patrons are written again.
const ROWS_VERSION = 1;

const indexPatron = async (table: Table, row: unknown, policy: PatronsPolicy, at: string): Promise<void> => {
  const stored = storedPerson.parse(row);
  const { patronId, memberId, person } = stored;
  const status = await loadPatronStatus(table, patronId, { strong: true, whileMerging: true });
  if (status?.patronId !== patronId) return;
  const { guarantorId, category } = status;
  await table.write([
    // Nothing may be written about a patron erased meanwhile.
    { check: key('patronStatus', { patronId }), when: present() },
    ...duplicateKeyWrites(patronId, undefined, person),
    ...(guarantorId === undefined ? [] : [dependantWrite(guarantorId, patronId)]),
    ...agesOutWrites(policy, { patronId, category, birthDate: person.birthDate }),
  ]);
  // A person or card that changes meanwhile is indexed by that change.
  await table.write([{ put: personItem(stored), when: unchanged(stored.v) }]);
  await table.write([tailWrite(stored.card, { patronId, memberId })]);
  await notePairs(table, { patronId, memberId }, await findPossibleDuplicates(table, patronId, person), at);
};

/**
 * Writes the rows by which patrons are found (by likeness, by guarantor, by the date on which a category ends) for every patron once for
 * each version of the rows and of the policy: patrons registered earlier have none, or different ones. An interrupted run starts again;
 * writing the same rows changes nothing. Returns how many patrons it indexed.
 */
export const indexPatrons = async (
  table: Table,
  pages: () => AsyncIterable<Record<string, unknown>[]>,
  policy: { body: PatronsPolicy; version: number },
  at: string,
): Promise<number> => {
  const done = `${ROWS_VERSION}:${policy.version}`;
  const row = key('patronRows', {});
  if ((await table.get(row, { strong: true }))?.done === done) return 0;
  let indexed = 0;
  for await (const people of pages()) {
    for (const person of people) await indexPatron(table, person, policy.body, at);
    indexed += people.length;
  }
  await table.write([{ put: { ...row, ...stamp('patronRows', 1), done } }]);
  return indexed;
};
