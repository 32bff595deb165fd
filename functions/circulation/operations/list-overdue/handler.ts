import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import type { Runtime } from '../../../../layers/platform/runtime/runtime.ts';
import { lateLoanStore } from '../../data/late-loan-store.ts';
import { circulationDeps } from '../../deps.ts';
import { lateViews } from '../../use-cases/late-view.ts';
import { contract } from './contract.ts';

const compose = (runtime: Runtime) => {
  const house = circulationDeps(runtime);
  return { ...house, late: lateLoanStore(house.table) };
};

export const handler = handle(contract, compose, async ({ path: { branchId }, query, now }, house) => {
  const { of, stage, ...wish } = query;
  const member = memberOfBranch(branchId);
  const branches = of === 'member' ? await house.branches.idsOf(member) : [branchId];
  const page = await house.late.list(branches, stage, wish);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const loans = await lateViews(house, page.rows, { member, whole: of === 'member' }, now);
  return answer({ loans, ...(page.next !== undefined && { next: page.next }) });
});
