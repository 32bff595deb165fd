import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { memberDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, memberDeps, async ({ path: { branchId }, now }, { branches }) => {
  const found = await branches.edited(branchId, now);
  return found ? answer(found) : refuse('branch-unknown', `${branchId} is no branch.`, '/path/branchId');
});
