import { handle } from '../../../layers/http/handle.ts';
import { answer } from '../../../layers/http/outcome.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { schoolHouse } from '../schools.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, schoolHouse, async ({ path: { branchId } }, { schools }) => {
  const classes = await schools.classes(memberOfBranch(branchId));
  return answer({ classes: classes.map(({ classId, grade, teachers }) => ({ classId, grade, teachers })) });
});
