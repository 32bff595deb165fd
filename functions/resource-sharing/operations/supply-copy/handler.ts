import { handle } from '../../../../layers/platform/http/handle.ts';
import { deliveryDeps } from '../../deps.ts';
import { supplyCopy } from '../../use-cases/copies/supply-copy.ts';
import { staffAt } from '../../use-cases/request-role.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  deliveryDeps,
  ({ actor, path: { requestId }, body: { branchId, askId, documentId }, now }, deps) =>
    supplyCopy(deps, { ...staffAt(actor, branchId, 'supplier'), requestId, branchId, askId, documentId, now }),
);
