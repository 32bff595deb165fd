import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { patronsDeps } from '../../deps.ts';
import { listSignUps } from '../../use-cases/list-sign-ups.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, async ({ path: { branchId }, query }, { table }) => {
  const page = await listSignUps(table, memberOfBranch(branchId), query);
  return page === 'bad-cursor' ? refuse('bad-cursor', 'Begin the list anew.', '/query/after') : answer(page);
});
