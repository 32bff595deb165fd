import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { overdueDeps } from '../../deps.ts';
import { lateViews } from '../../use-cases/late-view.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, overdueDeps, async ({ actor, path: { branchId }, query, now }, deps) => {
  const { of, stage, ...pageRequest } = query;
  if (of === 'member' && actor?.kind === 'staff' && actor.desk !== undefined)
    return refuse('full-sign-in-needed', 'Sign in fully for the list of all branches.', '/query/of');
  const member = memberOfBranch(branchId);
  const branches = of === 'member' ? await deps.branches.idsOf(member) : [branchId];
  const page = await deps.late.list(branches, stage, pageRequest);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const loans = await lateViews(deps, page.rows, { member, whole: of === 'member' }, now);
  return answer({ loans, ...(page.next !== undefined && { next: page.next }) });
});
