import { handle } from '../../../../layers/platform/http/handle.ts';
import { sharingStores } from '../../use-cases/sharing-stores.ts';
import { takeStep } from '../../use-cases/step.ts';
import { staffAt } from '../../use-cases/who.ts';
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
