import { handle } from '../../../../layers/platform/http/handle.ts';
import { resourceSharingDeps } from '../../deps.ts';
import { staffAt } from '../../use-cases/request-role.ts';
import { takeAnyStep } from '../../use-cases/take-step.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  resourceSharingDeps,
  ({ actor, path: { requestId }, body: { branchId, barcode, inLibrary }, now, keep }, deps) =>
    takeAnyStep(deps, {
      ...staffAt(actor, branchId, 'requester'),
      ...{ requestId, side: 'requester', trigger: 'lend', now, branchId, inLibrary, keep },
      atPickup: true,
      particulars: { barcode },
    }),
);
