import { work } from '../../../../layers/platform/http/work.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { inviteDeps } from '../../deps.ts';
import { CONSORTIUM, FIRST_ADMINISTRATOR } from '../../domain/staff.ts';
import { inviteStaff } from '../../use-cases/invite-staff.ts';
import { contract } from './contract.ts';

/**
 * Invites the person named in the settings, and again until they have signed in; afterwards a deployment invites nobody. `npm run invite`
 * calls it without a deployment.
 */
export const handler = work(
  contract,
  inviteDeps,
  async (_event: unknown, deps, { now }): Promise<{ outcome: 'invited' | 'known' }> => {
    const staffId = deps.ids.next('staff', now);
    const audit = {
      subject: `staff:${staffId}`,
      at: iso(now),
      auditId: deps.ids.next('audit', now),
      by: 'deployment',
      did: 'invite-first-administrator',
      detail: { role: 'admin' },
    };
    const administrator = {
      staffId,
      name: FIRST_ADMINISTRATOR,
      email: deps.environment.need('FIRST_ADMINISTRATOR'),
      memberId: CONSORTIUM,
      grants: [{ role: 'admin' as const, scope: 'consortium' as const }],
      invited: false,
    };
    const invited = await inviteStaff(deps, administrator, audit);
    return { outcome: invited === 'email-taken' ? 'known' : 'invited' };
  },
);
