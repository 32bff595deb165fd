import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { circulationDeps } from '../../deps.ts';
import { queuedHoldView } from '../../schemas/views.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ path, query, now }, deps) => {
  const page = await deps.holds.hopeless(path.branchId, query);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const holds = await Promise.all(
    page.rows.map(async (hold) => {
      const title = await deps.titles.ofRecord(hold.recordId, now);
      return queuedHoldView(hold, [], memberOfBranch(path.branchId), title);
    }),
  );
  return answer({ holds, ...(page.next !== undefined && { next: page.next }) });
});
