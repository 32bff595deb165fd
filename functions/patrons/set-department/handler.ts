import { departmentStore } from '../../../layers/data/department-store.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { patronStores } from '../patron-stores.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronStores, async ({ body: { branchId, ...department } }, { table }) =>
  (await departmentStore(table).set(memberOfBranch(branchId), department))
    ? answer(department)
    : refuse('member-unknown', 'There is no such member.', '/body/branchId'),
);
