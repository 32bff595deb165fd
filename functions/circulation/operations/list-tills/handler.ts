import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { tillDeps } from '../../deps.ts';
import { tillView } from '../../schemas/tills.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, tillDeps, async ({ path: { month }, query: { member, branch } }, { tills }) => {
  if (branch !== undefined && memberOfBranch(branch) !== member)
    return refuse('branch-elsewhere', 'The branch belongs to another member.', '/query/branch');
  const all = await tills.ofMember(member, month);
  return answer({ tills: all.filter(({ branchId }) => branch === undefined || branchId === branch).map(tillView) });
});
