import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { inviteDeps } from '../deps.ts';
import { CONSORTIUM, type Staff } from '../domain/staff.ts';
import { inviteStaff } from './invite-staff.ts';

type Deps = ReturnType<typeof inviteDeps> & { ids: Ids };
type Input = Pick<Staff, 'name' | 'email' | 'memberId'> & { by: string; now: number };

/** Adds a person to the staff of a member or of the consortium, without roles, and sends the invitation. */
export const addStaff = async ({ members, staff, pool, ids }: Deps, { by, now, ...person }: Input) => {
  const { memberId } = person;
  if (memberId !== CONSORTIUM && !(await members.get(memberId))) {
    return refuse('member-unknown', `${memberId} is no member.`, '/body/memberId');
  }
  const staffId = ids.next('staff', now);
  const audit = {
    ...{ subject: `staff:${staffId}`, at: iso(now), auditId: ids.next('audit', now), by },
    ...{ did: 'invite-staff', detail: { memberId } },
  };
  const invited = await inviteStaff({ staff, pool }, { ...person, staffId, grants: [], invited: false }, audit);
  return invited === 'email-taken'
    ? refuse('email-taken', 'Somebody signs in with this address.', '/body/email')
    : answer(invited);
};
