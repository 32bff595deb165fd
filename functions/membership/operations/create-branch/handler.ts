import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { branchStore } from '../../data/branch-store.ts';
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
