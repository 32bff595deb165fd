import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { branchStore } from '../../data/branch-store.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ branches: branchStore(openTable(runtime)) }),
  async ({ path: { branchId }, body: calendar }, { branches }) => {
    const branch = await branches.get(branchId);
    if (!branch || !(await branches.setCalendar(branchId, calendar))) {
      return refuse('branch-unknown', `${branchId} is no branch.`, '/path/branchId');
    }
    return answer({ ...branch, calendar });
  },
);
