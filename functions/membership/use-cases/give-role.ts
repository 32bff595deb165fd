import type { Grant } from '../../../layers/kernel/identity/roles.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { StaffStore } from '../data/staff-store.ts';
import { refuseGiving } from '../domain/role-giving.ts';

type Deps = { staff: StaffStore; ids: Ids };
type Input = { byId: string; by: string; staffId: string; grant: Grant; reason: string; now: number };

/** Gives a role to a staff member, if the roles of who gives it permit it. `byId` is the staff id of who gives it. */
export const giveRole = async ({ staff, ids }: Deps, { byId, by, staffId, grant, reason, now }: Input) => {
  // Both are read again, strongly consistent: decisions about roles must not use stale roles.
  const [giver, receiver] = await Promise.all([
    staff.get(byId, { strong: true }),
    staff.get(staffId, { strong: true }),
  ]);
  if (!giver || !receiver) return refuse('staff-unknown', 'Nobody of this id works here.', '/path/staffId');
  const refused = refuseGiving(giver.staff, receiver.staff, grant);
  if (refused) return { refused: [{ ...refused, pointer: '/body/grant' }] };
  const grants = [...receiver.staff.grants, grant];
  const line = { subject: `staff:${staffId}`, at: iso(now), auditId: ids.next('audit', now), by, did: 'give-role' };
  const audit = { ...line, member: receiver.staff.memberId, detail: { grant, reason } };
  const outcome = await staff.changeGrants({ by: giver, of: receiver, grants, audit, at: grant });
  return outcome === 'changed' ? answer({ ...receiver.staff, grants }) : refuse(outcome, 'The role was not given.');
};
