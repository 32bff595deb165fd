import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { memberDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, memberDeps, async ({ path: { branchId }, body: calendar }, { branches }) => {
  const branch = await branches.get(branchId);
  if (!branch || !(await branches.setCalendar(branchId, calendar))) {
    return refuse('branch-unknown', `${branchId} is no branch.`, '/path/branchId');
  }
  return answer({ ...branch, calendar });
});
