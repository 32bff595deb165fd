import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { circulationDeps } from '../../deps.ts';
import { queuedHoldView } from '../../schemas/views.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ path, query }, deps) => {
  const union = await deps.unions.find(path.recordId);
  if (!union) return refuse('unknown-record', 'There is no such record.', '/path/recordId');
  const { from, limit } = query;
  const end = from - 1 + limit;
  const { holds: queue, more } = await deps.unions.firstHolds(union.recordIds, end);
  const member = memberOfBranch(path.branchId);
  const holds = queue.slice(from - 1).map((hold) => queuedHoldView(hold, queue, member));
  return answer({ holds, ...(more && { next: end + 1 }) });
});
