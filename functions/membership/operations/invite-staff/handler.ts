import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { inviteDeps } from '../../deps.ts';
import { CONSORTIUM } from '../../domain/staff.ts';
import { inviteStaff } from '../../use-cases/invite-staff.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, inviteDeps, async ({ actor, body, now }, { members, staff, pool, ids }) => {
  const { memberId } = body;
  if (memberId !== CONSORTIUM && !(await members.get(memberId))) {
    return refuse('member-unknown', `${memberId} is no member.`, '/body/memberId');
  }
  const staffId = ids.next('staff', now);
  const audit = {
    subject: `staff:${staffId}`,
    at: iso(now),
    auditId: ids.next('audit', now),
    by: actorName(actor),
    did: 'invite-staff',
    detail: { memberId },
  };
  const invited = await inviteStaff({ staff, pool }, { ...body, staffId, grants: [], invited: false }, audit);
  return invited === 'email-taken'
    ? refuse('email-taken', 'Somebody signs in with this address.', '/body/email')
    : answer(invited);
});
