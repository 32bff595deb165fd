import { present } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { PatronsPolicy } from '../../../layers/records/policies/domain/patrons.ts';
import { agesOutWrites } from './ages-out-store.ts';
import { alikeWrites, findAlike, notePairs } from './alike-store.ts';
import { key } from './keys.ts';
import { loadPatronStatus } from './load-patron-status.ts';
import { storedPerson } from './patron-schemas.ts';
import { wardWrite } from './patron-store.ts';

// Raised when patrons get another kind of row: then all are given it.
const KINDS = 1;

const giveRows = async (table: Table, row: unknown, policy: PatronsPolicy, at: string): Promise<void> => {
  const { patronId, memberId, person } = storedPerson.parse(row);
  const status = await loadPatronStatus(table, patronId, { strong: true, whileMerging: true });
  if (status?.patronId !== patronId) return;
  const { guarantorId, category } = status;
  // Nothing may be written of somebody erased meanwhile.
  const there = { check: key('patronStatus', { patronId }), when: present() };
  await table.write([
    there,
    ...alikeWrites(patronId, undefined, person),
    ...(guarantorId === undefined ? [] : [wardWrite(guarantorId, patronId)]),
    ...agesOutWrites(policy, { patronId, category, birthDate: person.birthDate }),
  ]);
  await notePairs(table, { patronId, memberId }, await findAlike(table, patronId, person), at);
};

/**
 * Gives every patron the rows by which they are found (by likeness, by their guarantor, by the day on which a category
 * ends), once for each kind of row and each policy of patrons: those registered before it had none, or other ones. Broken
 * off, it begins anew; the same rows again change nothing.
 */
export const giveAllRows = async (
  table: Table,
  pages: () => AsyncIterable<Record<string, unknown>[]>,
  policy: { body: PatronsPolicy; version: number },
  at: string,
): Promise<number> => {
  const done = `${KINDS}:${policy.version}`;
  const row = key('patronRows', {});
  if ((await table.get(row, { strong: true }))?.done === done) return 0;
  let given = 0;
  for await (const people of pages()) {
    for (const person of people) await giveRows(table, person, policy.body, at);
    given += people.length;
  }
  await table.write([{ put: { ...row, ...stamp('patronRows', 1), done } }]);
  return given;
};
