import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { BranchStore } from '../data/branch-store.ts';
import type { BranchDetails } from '../domain/branch.ts';

type Deps = { branches: BranchStore; ids: Ids };
type Input = { branchId: string; body: BranchDetails & { version: number }; by: string; now: number };

/** Sets what a branch shows of itself, if it is unchanged since the version that was read. */
export const updateBranch = async ({ branches, ids }: Deps, { branchId, body, by, now }: Input) => {
  const { version, ...details } = body;
  const audit = { auditId: ids.next('audit', now), by };
  const outcome = await branches.update(branchId, { details, version, audit }, now);
  if (outcome === 'branch-unknown') return refuse('branch-unknown', `${branchId} is no branch.`, '/path/branchId');
  if (outcome === 'changed-meanwhile')
    return refuse('changed-meanwhile', 'The branch was changed since it was read.', '/body/version');
  return answer(outcome);
};
