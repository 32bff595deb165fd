import { handle } from '../../../../layers/platform/http/handle.ts';
import { overdueDeps } from '../../deps.ts';
import { listOverdue } from '../../use-cases/list-overdue.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, overdueDeps, ({ actor, path: { branchId }, query, now }, deps) =>
  listOverdue(deps, { actor, branchId, query, now }),
);
