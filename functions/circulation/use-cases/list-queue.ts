import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { CirculationDeps } from '../deps.ts';
import { namedHoldView, queuedHoldView } from '../schemas/views.ts';
import { namedPatrons } from './named-patrons.ts';

type Input = { branchId: string; recordId: string; from: number; limit: number };

/** Lists the holds in the queue of a title, from a position (1 is the first), as the member of a branch may see them, with the names of its patrons. */
export const listQueue = async (
  { table, unions }: Pick<CirculationDeps, 'table' | 'unions'>,
  { branchId, recordId, from, limit }: Input,
) => {
  const union = await unions.find(recordId);
  if (!union) return refuse('unknown-record', 'There is no such record.', '/path/recordId');
  const end = from - 1 + limit;
  const { holds: queue, more } = await unions.firstHolds(union.recordIds, end);
  const member = memberOfBranch(branchId);
  const shown = queue.slice(from - 1);
  const patrons = await namedPatrons(table, shown, member);
  const holds = shown.map((hold) => namedHoldView(queuedHoldView(hold, queue, member), patrons));
  return answer({ holds, ...(more && { next: end + 1 }) });
};
