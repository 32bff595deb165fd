import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import type { Department, StoredDepartment } from '../domain/record/department.ts';

type Deps = Pick<PatronsStores, 'departments'> & { ids: Ids };
/** The department, with the version that was read (none for a new one), and the deciding user. */
type Input = {
  body: Department & { branchId: string; version?: number | undefined };
  by: string;
  now: number;
  keep: (after: StoredDepartment) => readonly Write[];
};

/** Adds a department of the member of a branch, or changes the version that was read; audited in the same transaction. */
export const setDepartment = async (
  { departments, ids }: Deps,
  { body: { branchId, version = 0, ...department }, by, now, keep }: Input,
) => {
  const memberId = memberOfBranch(branchId);
  const { code } = department;
  const before = version === 0 ? undefined : await departments.get(memberId, code);
  const after = { ...department, version: version + 1 };
  const line = auditWrite({
    ...{ subject: `department:${memberId}.${code}`, at: iso(now), auditId: ids.next('audit', now), by },
    ...{ did: 'set-department', detail: { ...(before && { before }), after } },
  });
  const outcome = await departments.set(memberId, { ...department, version }, [line, ...keep(after)]);
  if (outcome === 'set') return answer(after);
  if (outcome === 'member-unknown') return refuse('member-unknown', 'There is no such member.', '/body/branchId');
  return version === 0
    ? refuse('department-exists', `There is a department ${code}.`, '/body/code')
    : refuse('changed-meanwhile', 'The department was changed since it was read.', '/body/version');
};
