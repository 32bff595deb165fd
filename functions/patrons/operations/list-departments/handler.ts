import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { patronsDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, async ({ query: { branchId } }, { departments }) =>
  answer({ departments: await departments.list(memberOfBranch(branchId)) }),
);
