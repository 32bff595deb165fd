import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { duplicateDeps } from '../../deps.ts';
import { listDuplicatePairs } from '../../use-cases/list-duplicate-pairs.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, duplicateDeps, async ({ body: { branchId, after } }, deps) => {
  const page = await listDuplicatePairs(deps, memberOfBranch(branchId), after);
  return page === 'bad-cursor' ? refuse('bad-cursor', 'Begin the list anew.', '/body/after') : answer(page);
});
