import { handle } from '../../../../layers/platform/http/handle.ts';
import { sharingStores } from '../../use-cases/sharing-stores.ts';
import { takeLendingStep } from '../../use-cases/step.ts';
import { staffAt } from '../../use-cases/who.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  sharingStores,
  ({ actor, path: { requestId }, body: { branchId, barcode, inLibrary }, now, keep }, deps) =>
    takeLendingStep(deps, {
      ...staffAt(actor, branchId, 'requester'),
      ...{ requestId, side: 'requester', trigger: 'lend', now, branchId, inLibrary, keep },
      atPickup: true,
      particulars: { barcode },
    }),
);
