import { handle } from '../../../../layers/platform/http/handle.ts';
import { refuse } from '../../../../layers/platform/http/outcome.ts';
import { resourceSharingDeps } from '../../deps.ts';
import { patronOrStaff } from '../../use-cases/request-role.ts';
import { takeStep } from '../../use-cases/take-step.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  resourceSharingDeps,
  async ({ actor, path: { requestId }, body: { branchId }, now, keep }, deps) => {
    const who = patronOrStaff(actor, branchId);
    if (!who) return refuse('branch-missing', 'Name the branch where you work.', '/body/branchId');
    return takeStep(deps, { ...who, requestId, side: 'requester', trigger: 'cancel', now, branchId, keep });
  },
);
