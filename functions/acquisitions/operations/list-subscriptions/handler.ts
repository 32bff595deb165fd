import { handle } from '../../../../layers/platform/http/handle.ts';
import { serialDeps } from '../../deps.ts';
import { listSubscriptions } from '../../use-cases/list-subscriptions.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, serialDeps, ({ path: { memberId }, query: { branch, limit, after } }, deps) =>
  listSubscriptions(deps, { memberId, branchId: branch, page: { limit, after } }),
);
