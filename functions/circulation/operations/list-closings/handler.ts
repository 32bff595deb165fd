import { handle } from '../../../../layers/platform/http/handle.ts';
import { closingDeps } from '../../deps.ts';
import { listBranchClosings } from '../../use-cases/list-closings.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, closingDeps, ({ path: { branchId }, query: { closingId, ...page } }, deps) =>
  listBranchClosings(deps, { branchId, closingId, page }),
);
