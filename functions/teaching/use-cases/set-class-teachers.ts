import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { SchoolDeps } from '../deps.ts';
import { teacherRefusals } from '../schemas.ts';

type Input = { branchId: string; classId: string; teachers: readonly string[] };

/** Sets the teachers of a class: patrons of the school who are in no class. */
export const setClassTeachers = async (
  { schools, status }: Pick<SchoolDeps, 'schools' | 'status'>,
  { branchId, classId, teachers: named }: Input,
) => {
  const memberId = memberOfBranch(branchId);
  const teachers = [...new Set(named)];
  const before = await schools.classOf(memberId, classId);
  if (before === undefined) return refuse('unknown-class', `There is no class ${classId}.`, '/path/classId');
  const [statuses, pupils] = await Promise.all([
    Promise.all(teachers.map((patronId) => status(patronId))),
    schools.pupils(teachers),
  ]);
  if (statuses.includes(undefined))
    return refuse('unknown-patron', teacherRefusals['unknown-patron'].meaning, '/body/teachers');
  if (statuses.some((one) => one?.homeMember !== memberId || pupils.get(one.patronId)?.classId !== undefined))
    return refuse('not-of-this-school', teacherRefusals['not-of-this-school'].meaning, '/body/teachers');
  const outcome = await schools.setTeachers(before, teachers);
  if (outcome !== 'saved') return refuse(outcome, teacherRefusals[outcome].meaning);
  return answer({ classId, grade: before.grade, teachers });
};
