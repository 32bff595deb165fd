import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { patronsDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, async ({ body: { branchId, ...department } }, { departments }) =>
  (await departments.set(memberOfBranch(branchId), department))
    ? answer(department)
    : refuse('member-unknown', 'There is no such member.', '/body/branchId'),
);
