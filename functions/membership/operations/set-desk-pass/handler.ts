import { actorName, staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse, refuseFor } from '../../../../layers/platform/http/outcome.ts';
import { passDeps } from '../../deps.ts';
import { administersPeopleOf, onlyRemoves } from '../../domain/desk.ts';
import { setDeskPass } from '../../use-cases/set-desk-pass.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, passDeps, async ({ actor, path: { staffId }, body, now }, deps) => {
  const by = staffOf(actor);
  const of = await deps.staff.get(staffId, { strong: true });
  if (!of || (by.id !== staffId && !administersPeopleOf(by.grants, of.staff.memberId)))
    return refuse('staff-unknown', 'Nobody of this id works where you administer.', '/path/staffId');
  if (by.id !== staffId && !onlyRemoves(body))
    return refuse('only-the-person', 'Only the person makes a code and sets a badge.', '/body');
  const outcome = await setDeskPass(deps, { of, wanted: body, by: actorName(actor), now });
  if (outcome === 'badge-taken') return refuse(outcome, 'Another person has this badge.', '/body/badge');
  if (outcome === 'changed-meanwhile') return refuse(outcome, 'The person was changed at the same time.');
  if ('seconds' in outcome) return refuseFor(outcome.seconds, 'too-many-failures', 'Too many badges were tried.');
  return answer({ staffId, ...outcome });
});
