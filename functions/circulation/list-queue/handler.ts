import { memberOfBranch } from '../../../layers/domain/identity/roles.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { circulationHouse } from '../house.ts';
import { queuedHoldView } from '../views.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationHouse, async ({ path }, house) => {
  const union = await house.unions.find(path.recordId);
  if (!union) return refuse('unknown-record', 'There is no such record.', '/path/recordId');
  const queue = await house.holds.queue(union.recordIds);
  const member = memberOfBranch(path.branchId);
  return answer({ holds: queue.map((hold) => queuedHoldView(hold, queue, member)) });
});
