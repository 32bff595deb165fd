import { normaliseScan } from '../../../../layers/kernel/identity/card-number.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { refuse } from '../../../../layers/platform/http/outcome.ts';
import { pinDeps } from '../../deps.ts';
import { registerPatron } from '../../use-cases/register-patron.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, pinDeps, async ({ body, now, keep }, deps) => {
  const { branchId, homeBranch = branchId, ...described } = body;
  if (memberOfBranch(homeBranch) !== memberOfBranch(branchId)) {
    return refuse('home-elsewhere', 'Choose a branch of your own library.', '/body/homeBranch');
  }
  const patronId = deps.ids.next('patron', now);
  const registration = { ...described, patronId, homeBranch, card: normaliseScan(body.card), now };
  return registerPatron(deps, registration, keep({ patronId }));
});
