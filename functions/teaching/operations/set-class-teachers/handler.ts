import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { schoolDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, schoolDeps, async ({ path: { branchId, classId }, body }, deps) => {
  const memberId = memberOfBranch(branchId);
  const teachers = [...new Set(body.teachers)];
  const before = await deps.schools.classOf(memberId, classId);
  if (before === undefined) return refuse('unknown-class', `There is no class ${classId}.`, '/path/classId');
  const [statuses, pupils] = await Promise.all([
    Promise.all(teachers.map((patronId) => deps.status(patronId))),
    deps.schools.pupils(teachers),
  ]);
  if (statuses.includes(undefined))
    return refuse('unknown-patron', contract.refusals['unknown-patron'].meaning, '/body/teachers');
  if (statuses.some((one) => one?.homeMember !== memberId || pupils.get(one.patronId)?.classId !== undefined))
    return refuse('not-of-this-school', contract.refusals['not-of-this-school'].meaning, '/body/teachers');
  const outcome = await deps.schools.setTeachers(before, teachers);
  if (outcome !== 'saved') return refuse(outcome, contract.refusals[outcome].meaning);
  return answer({ classId, grade: before.grade, teachers });
});
