import { handle } from '../../../../layers/platform/http/handle.ts';
import { circulationDeps } from '../../deps.ts';
import { listBranchItems } from '../../use-cases/list-branch-items.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, ({ path, query, now }, deps) =>
  listBranchItems(deps, 'pull', path.branchId, query, now),
);
