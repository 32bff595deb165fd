import { equals } from '../../../layers/platform/dynamodb/condition.ts';
import { TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import type { MoveRow, PatronData } from '../../patrons/public/patron-data.ts';
import { key } from '../data/keys.ts';

/** The number in the school's register then refers to the surviving patron. */
const moveNumber: MoveRow = async ({ table, from, to }, row) => {
  const number = key('pupilNumber', { memberId: String(row.memberId), localId: String(row.localId) });
  await table.write([{ update: number, set: { patronId: to.patronId }, when: equals('patronId', from) }]);
};

/** The class then lists the surviving patron among its teachers. */
const replaceTeacher: MoveRow = async ({ table, from, to }, row) => {
  const taught = key('schoolClass', { memberId: String(row.memberId), classId: String(row.classId) });
  const found = await table.get(taught, { strong: true });
  const teachers = (found?.teachers ?? []) as string[];
  const set = { teachers: [...new Set(teachers.map((one) => (one === from ? to.patronId : one)))] };
  const conflict = found && (await table.write([{ update: taught, set, when: equals('teachers', teachers) }]));
  if (conflict) throw new TableConflict('The teachers of this class were changed meanwhile.');
};

/** Pupils and teachers, when a patron is erased or merged. */
export const patronData: PatronData = {
  // The school's register still has the number; this system deletes the link to the person.
  erasure: { pupilNumber: 'delete' },
  ownRows: { pupil: { before: moveNumber }, classTeacher: { before: replaceTeacher } },
};
