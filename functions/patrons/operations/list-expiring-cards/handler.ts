import { addDays, localDay } from '../../../../layers/kernel/calendar/days.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { cardExpiryDeps } from '../../deps.ts';
import { listExpiringCards } from '../../use-cases/list-expiring-cards.ts';
import { loadDesk } from '../../use-cases/load-desk.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, cardExpiryDeps, async ({ path: { branchId }, query, now }, deps) => {
  const desk = await loadDesk(deps.branches, branchId, now);
  if (!desk) return refuse('branch-unknown', 'There is no such branch.', '/path/branchId');
  const { of, days, ...wanted } = query;
  const from = localDay(desk.calendar, desk.at);
  const span = { from, to: addDays(from, days) };
  const branches = of === 'member' ? await deps.branches.idsOf(memberOfBranch(branchId)) : [branchId];
  const page = await listExpiringCards(deps, branches, span, wanted);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  return answer({ ...page, ...span });
});
