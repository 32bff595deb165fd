import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { schoolDeps } from '../../deps.ts';
import { classList } from '../../use-cases/schools.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, schoolDeps, async ({ path: { branchId, classId }, now }, deps) => {
  const memberId = memberOfBranch(branchId);
  const found = await deps.schools.classOf(memberId, classId);
  if (found === undefined) return refuse('unknown-class', `There is no class ${classId}.`, '/path/classId');
  const { grade, teachers } = found;
  return answer({ class: { classId, grade, teachers }, pupils: await classList(deps, memberId, classId, now) });
});
