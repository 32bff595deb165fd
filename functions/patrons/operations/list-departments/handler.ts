import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { departmentStore } from '../../data/department-store.ts';
import { patronStores } from '../../use-cases/patron-stores.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronStores, async ({ query: { branchId } }, { table }) =>
  answer({ departments: await departmentStore(table).list(memberOfBranch(branchId)) }),
);
