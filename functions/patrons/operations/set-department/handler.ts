import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { departmentStore } from '../../data/department-store.ts';
import { patronStores } from '../../use-cases/patron-stores.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronStores, async ({ body: { branchId, ...department } }, { table }) =>
  (await departmentStore(table).set(memberOfBranch(branchId), department))
    ? answer(department)
    : refuse('member-unknown', 'There is no such member.', '/body/branchId'),
);
