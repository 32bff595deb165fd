import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { BranchStore } from '../data/branch-store.ts';
import type { Branch } from '../domain/branch.ts';

/** Creates a branch of a member, whose id the branch's id begins with. */
export const createBranch = async (
  branches: BranchStore,
  { memberId, branch, by, now }: { memberId: string; branch: Branch; by: string; now: number },
) => {
  const { branchId } = branch;
  if (memberOfBranch(branchId) !== memberId)
    return refuse('branch-elsewhere', `The id must begin with ${memberId}. (with the dot).`, '/body/branchId');
  const outcome = await branches.create(branch, by, now);
  if (outcome === 'member-unknown') return refuse('member-unknown', 'There is no such member.', '/path/memberId');
  if (outcome === 'branch-exists') return refuse('branch-exists', `${branchId} is taken.`, '/body/branchId');
  return answer(branch);
};
