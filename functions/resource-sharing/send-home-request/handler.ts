import { sharingStores } from '../../../layers/data/sharing-stores.ts';
import { handle } from '../../../layers/platform/http/handle.ts';
import { takeStep } from '../step.ts';
import { staffAt } from '../who.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  sharingStores,
  ({ actor, path: { requestId }, body: { branchId, barcode }, now, keep }, deps) =>
    takeStep(deps, {
      ...staffAt(actor, branchId, 'requester'),
      ...{ requestId, side: 'requester', trigger: 'ship-back', now, branchId, keep },
      particulars: { barcode },
    }),
);
