import { handle } from '../../../../layers/platform/http/handle.ts';
import { serialDeps } from '../../deps.ts';
import { listAwaitedIssues } from '../../use-cases/list-awaited-issues.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, serialDeps, ({ path: { memberId }, query, now }, deps) => {
  const { branch: branchId, within, ...page } = query;
  return listAwaitedIssues(deps, { memberId, branchId, within, page, now });
});
