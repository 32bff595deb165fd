import { inviteStaff } from '../../../layers/data/invite-staff.ts';
import { cognitoStaffPool } from '../../../layers/data/staff-pool.ts';
import { staffStore } from '../../../layers/data/staff-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { CONSORTIUM } from '../../../layers/domain/membership/staff.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import { log } from '../../../layers/runtime/log.ts';
import { type Runtime, systemRuntime } from '../../../layers/runtime/runtime.ts';

/** The consumer on a runtime. An address that somebody holds already is left alone: a second deploy invites nobody. */
export const invitingOn = (runtimeOf: () => Runtime) => async (): Promise<{ outcome: 'invited' | 'known' }> => {
  const runtime = runtimeOf();
  const now = runtime.clock.now();
  const staffId = runtime.ids.next('staff', now);
  const audit = {
    subject: `staff:${staffId}`,
    at: iso(now),
    auditId: runtime.ids.next('audit', now),
    by: 'deployment',
    did: 'invite-first-administrator',
    detail: { role: 'admin' },
  };
  const administrator = {
    staffId,
    name: 'First administrator',
    email: runtime.environment.need('FIRST_ADMINISTRATOR'),
    memberId: CONSORTIUM,
    grants: [{ role: 'admin' as const, scope: 'consortium' as const }],
    invited: false,
  };
  const stores = { staff: staffStore(openTable(runtime)), pool: cognitoStaffPool(runtime) };
  const invited = await inviteStaff(stores, administrator, audit);
  const outcome = invited === 'email-taken' ? 'known' : 'invited';
  log({ t: 'first-administrator', outcome });
  return { outcome };
};

export const handler = invitingOn(systemRuntime);
