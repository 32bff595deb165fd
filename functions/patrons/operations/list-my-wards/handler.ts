import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { patronsDeps } from '../../deps.ts';
import { guardianSees } from '../../domain/access/ward.ts';
import { shownName } from '../../domain/identity/person.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, async ({ actor, now }, deps) => {
  const { id } = patronOf(actor);
  const policy = await deps.patronsPolicy(now);
  const patrons = await Promise.all((await deps.patrons.wards(id)).map((wardId) => deps.patrons.get(wardId)));
  const today = iso(now).slice(0, 10);
  const wards = patrons.flatMap((patron) => {
    if (!patron) return [];
    const { patronId, person } = patron.person;
    const sight = guardianSees(patron.status, person, id, policy, today);
    return sight === 'nothing' ? [] : [{ patronId, name: shownName(person), owed: patron.status.counters.owed }];
  });
  return answer({ wards });
});
