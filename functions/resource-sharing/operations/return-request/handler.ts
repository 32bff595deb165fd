import { handle } from '../../../../layers/platform/http/handle.ts';
import { resourceSharingDeps } from '../../deps.ts';
import { staffAt } from '../../use-cases/request-role.ts';
import { takeStep } from '../../use-cases/take-step.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  resourceSharingDeps,
  ({ actor, path: { requestId }, body: { branchId, barcode }, now, keep }, deps) =>
    takeStep(deps, {
      ...staffAt(actor, branchId, 'requester'),
      ...{ requestId, side: 'requester', trigger: 'return', now, branchId, keep },
      particulars: { barcode },
    }),
);
