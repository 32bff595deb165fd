import { handle } from '../../../../layers/platform/http/handle.ts';
import { deliveryDeps } from '../../deps.ts';
import { deliverCopy } from '../../use-cases/copies/deliver-copy.ts';
import { staffAt } from '../../use-cases/request-role.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  deliveryDeps,
  ({ actor, path: { requestId }, body: { branchId, ...copy }, now, keep }, deps) =>
    deliverCopy(deps, { ...staffAt(actor, branchId, 'requester'), requestId, branchId, now, keep, ...copy }),
);
