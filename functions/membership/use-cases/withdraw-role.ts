import type { Grant } from '../../../layers/kernel/identity/roles.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { StaffStore } from '../data/staff-store.ts';
import { refuseWithdrawing, sameGrant } from '../domain/role-giving.ts';

type Deps = { staff: StaffStore; ids: Ids };
type Input = { byId: string; by: string; staffId: string; grant: Grant; reason: string; now: number };

/** Withdraws a role of a staff member, if the roles of who withdraws it permit it. `byId` is the staff id of who withdraws it. */
export const withdrawRole = async ({ staff, ids }: Deps, { byId, by, staffId, grant, reason, now }: Input) => {
  // Both are read again, strongly consistent: decisions about roles must not use stale roles.
  const [giver, holder] = await Promise.all([staff.get(byId, { strong: true }), staff.get(staffId, { strong: true })]);
  if (!giver || !holder) return refuse('staff-unknown', 'Nobody of this id works here.', '/path/staffId');
  const refused = refuseWithdrawing(giver.staff, holder.staff, grant);
  if (refused) return { refused: [{ ...refused, pointer: '/body/grant' }] };
  const grants = holder.staff.grants.filter((held) => !sameGrant(held, grant));
  const line = { subject: `staff:${staffId}`, at: iso(now), auditId: ids.next('audit', now), by, did: 'withdraw-role' };
  const audit = { ...line, member: holder.staff.memberId, detail: { grant, reason } };
  const outcome = await staff.changeGrants({ by: giver, of: holder, grants, audit });
  return outcome === 'changed'
    ? answer({ ...holder.staff, grants })
    : refuse('changed-meanwhile', 'The role was not withdrawn.');
};
