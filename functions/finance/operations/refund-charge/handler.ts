import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { refundDeps } from '../../deps.ts';
import { refundCharge } from '../../use-cases/refund-charge.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, refundDeps, ({ path: { requestId }, body, now, keep }, deps) => {
  const { branchId, ...charge } = body;
  return refundCharge(deps, { requestId, ...charge, memberId: memberOfBranch(branchId), now, keep });
});
