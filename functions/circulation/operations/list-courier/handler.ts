import { handle } from '../../../../layers/platform/http/handle.ts';
import { circulationDeps } from '../../deps.ts';
import { listCourier } from '../../use-cases/list-courier.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, ({ path, now }, deps) =>
  listCourier(deps, path.branchId, now),
);
