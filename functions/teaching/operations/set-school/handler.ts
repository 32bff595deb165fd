import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { schoolDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, schoolDeps, async ({ path: { memberId }, body, now }, deps) => {
  const theirs = memberOfBranch(body.branchId) === memberId;
  if (!theirs || (await deps.branches.known(body.branchId, now)) === undefined)
    return refuse('branch-elsewhere', `${memberId} has no branch ${body.branchId}.`, '/body/branchId');
  await deps.schools.setScheme(memberId, body);
  return answer(body);
});
