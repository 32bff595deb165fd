import { branchStore } from '../../../layers/data/branch-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ branches: branchStore(openTable(runtime)) }),
  async ({ path, body }, { branches }) => {
    if (memberOfBranch(body.branchId) !== path.memberId) {
      return refuse('branch-elsewhere', `The id must begin with ${path.memberId}. (with the dot).`, '/body/branchId');
    }
    const outcome = await branches.create(body);
    if (outcome === 'member-unknown') return refuse('member-unknown', 'There is no such member.', '/path/memberId');
    if (outcome === 'branch-exists') return refuse('branch-exists', `${body.branchId} is taken.`, '/body/branchId');
    return answer(body);
  },
);
