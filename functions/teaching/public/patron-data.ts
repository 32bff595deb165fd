import { equals } from '../../../layers/platform/dynamodb/condition.ts';
import { TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import type { MoveRow, PatronData, ReturnedRow } from '../../patrons/public/patron-data.ts';
import { returnUnchanged } from '../../patrons/public/return-unchanged.ts';
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

const returnPupil: ReturnedRow = {
  find: async (undo, before) => {
    const back = await returnUnchanged(undo, before);
    const { memberId, localId } = before.row;
    const number = key('pupilNumber', { memberId: String(memberId), localId: String(localId) });
    const named = { update: number, set: { patronId: undo.from }, when: equals('patronId', undo.to) };
    return back && { writes: [...back.writes, named] };
  },
};

const returnTeacher: ReturnedRow = {
  find: async (undo, before) => {
    const back = await returnUnchanged(undo, before);
    const taught = key('schoolClass', { memberId: String(before.row.memberId), classId: String(before.row.classId) });
    const found = back && (await undo.table.get(taught, { strong: true }));
    if (!found) return undefined;
    const teachers = (found.teachers ?? []) as string[];
    const others = before.taken ? teachers : teachers.filter((one) => one !== undo.to);
    const set = { teachers: [...others, undo.from] };
    return { writes: [...back.writes, { update: taught, set, when: equals('teachers', teachers) }] };
  },
};

/** Pupils and teachers, when a patron is erased or merged. */
export const patronData: PatronData = {
  // The school's register still has the number; this system deletes the link to the person.
  erasure: { pupilNumber: 'delete' },
  returnedRows: { pupil: returnPupil, classTeacher: returnTeacher },
  ownRows: { pupil: { before: moveNumber }, classTeacher: { before: replaceTeacher } },
};
