import { actorName, staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { staffDeps } from '../../deps.ts';
import { refuseGiving } from '../../domain/role-giving.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  staffDeps,
  async ({ actor, path: { staffId }, body: { grant, reason }, now }, { staff: people, ids }) => {
    // Both are read again, strongly consistent: decisions about roles must not use stale roles.
    const [by, of] = await Promise.all([
      people.get(staffOf(actor).id, { strong: true }),
      people.get(staffId, { strong: true }),
    ]);
    if (!by || !of) return refuse('staff-unknown', 'Nobody of this id works here.', '/path/staffId');
    const refused = refuseGiving(by.staff, of.staff, grant);
    if (refused) return { refused: [{ ...refused, pointer: '/body/grant' }] };
    const grants = [...of.staff.grants, grant];
    const subject = `staff:${staffId}`;
    const line = { subject, at: iso(now), auditId: ids.next('audit', now), by: actorName(actor), did: 'give-role' };
    const outcome = await people.changeGrants({
      by,
      of,
      grants,
      audit: { ...line, detail: { grant, reason } },
      at: grant,
    });
    return outcome === 'changed' ? answer({ ...of.staff, grants }) : refuse(outcome, 'The role was not given.');
  },
);
