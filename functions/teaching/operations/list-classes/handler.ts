import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { schoolDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, schoolDeps, async ({ path: { branchId } }, { schools }) => {
  const classes = await schools.classes(memberOfBranch(branchId));
  return answer({ classes: classes.map(({ classId, grade, teachers }) => ({ classId, grade, teachers })) });
});
