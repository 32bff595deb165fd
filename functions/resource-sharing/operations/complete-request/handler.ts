import { handle } from '../../../../layers/platform/http/handle.ts';
import { sharingStores } from '../../use-cases/sharing-stores.ts';
import { takeStep } from '../../use-cases/step.ts';
import { staffAt } from '../../use-cases/who.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  sharingStores,
  ({ actor, path: { requestId }, body: { branchId, askId, barcode }, now, keep }, deps) =>
    takeStep(deps, {
      ...staffAt(actor, branchId, 'supplier'),
      ...{ requestId, side: 'supplier', trigger: 'check-in', now, branchId, askId, keep },
      particulars: { barcode },
    }),
);
