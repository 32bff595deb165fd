import { handle } from '../../../../layers/platform/http/handle.ts';
import { circulationDeps } from '../../deps.ts';
import { listLateTransits } from '../../use-cases/list-late-transits.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, ({ path, query, now }, deps) =>
  listLateTransits(deps, path.branchId, query, now),
);
