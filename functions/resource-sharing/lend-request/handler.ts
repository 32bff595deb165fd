import { sharingStores } from '../../../layers/data/sharing-stores.ts';
import { handle } from '../../../layers/platform/http/handle.ts';
import { takeLendingStep } from '../step.ts';
import { staffAt } from '../who.ts';
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
