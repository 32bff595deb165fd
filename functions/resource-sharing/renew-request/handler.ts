import { sharingStores } from '../../../layers/data/sharing-stores.ts';
import { handle } from '../../../layers/platform/http/handle.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import { takeStep } from '../step.ts';
import { patronOrStaff } from '../who.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  sharingStores,
  async ({ actor, path: { requestId }, body: { branchId }, now, keep }, deps) => {
    const who = patronOrStaff(actor, branchId);
    if (!who) return refuse('branch-missing', 'Name the branch where you work.', '/body/branchId');
    return takeStep(deps, { ...who, requestId, side: 'requester', trigger: 'renew', now, branchId, keep });
  },
);
