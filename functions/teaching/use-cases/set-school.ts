import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { SchoolDeps } from '../deps.ts';
import type { SchoolScheme } from '../domain/school.ts';

type Input = { memberId: string; scheme: SchoolScheme; now: number };

/** Sets how a school counts its grades, and the branch of its library. */
export const setSchool = async (
  { schools, branches }: Pick<SchoolDeps, 'schools' | 'branches'>,
  { memberId, scheme, now }: Input,
) => {
  const { branchId } = scheme;
  const isOwn = memberOfBranch(branchId) === memberId;
  if (!isOwn || (await branches.known(branchId, now)) === undefined)
    return refuse('branch-elsewhere', `${memberId} has no branch ${branchId}.`, '/body/branchId');
  await schools.setScheme(memberId, scheme);
  return answer(scheme);
};
