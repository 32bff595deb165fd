import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { CirculationDeps } from '../deps.ts';
import { queuedHoldView } from '../schemas/views.ts';

type Input = { branchId: string; recordId: string; from: number; limit: number };

/** Lists the holds in the queue of a title, from a position (1 is the first), as the member of a branch may see them. */
export const listQueue = async (
  { unions }: Pick<CirculationDeps, 'unions'>,
  { branchId, recordId, from, limit }: Input,
) => {
  const union = await unions.find(recordId);
  if (!union) return refuse('unknown-record', 'There is no such record.', '/path/recordId');
  const end = from - 1 + limit;
  const { holds: queue, more } = await unions.firstHolds(union.recordIds, end);
  const member = memberOfBranch(branchId);
  const holds = queue.slice(from - 1).map((hold) => queuedHoldView(hold, queue, member));
  return answer({ holds, ...(more && { next: end + 1 }) });
};
