import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import type { Department } from '../domain/record/department.ts';

/** Sets a department of the member of a branch: its name and cost centre, or that it is closed. */
export const setDepartment = async (
  { departments }: Pick<PatronsStores, 'departments'>,
  { branchId, ...department }: Department & { branchId: string },
) =>
  (await departments.set(memberOfBranch(branchId), department))
    ? answer(department)
    : refuse('member-unknown', 'There is no such member.', '/body/branchId');
