import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { schoolDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, schoolDeps, async ({ path: { branchId, patronId } }, { schools }) => {
  const pupil = await schools.pupil(patronId);
  if (pupil?.memberId !== memberOfBranch(branchId))
    return refuse('no-pupil', contract.refusals['no-pupil'].meaning, '/path/patronId');
  const { localId, grade, classId, left } = pupil;
  return answer({
    patronId,
    localId,
    grade,
    ...(classId !== undefined && { classId }),
    ...(left !== undefined && { left }),
  });
});
