import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import { guardianSees } from '../domain/access/dependant.ts';
import { shownName } from '../domain/identity/person.ts';

/** Lists the children whose account a guardian may see, with what they owe. */
export const listDependants = async (
  deps: Pick<PatronsStores, 'patrons' | 'patronsPolicy'>,
  guardianId: string,
  now: number,
) => {
  const policy = await deps.patronsPolicy(now);
  const dependants = await Promise.all(
    (await deps.patrons.dependants(guardianId)).map((dependantId) => deps.patrons.get(dependantId)),
  );
  const today = iso(now).slice(0, 10);
  return dependants.flatMap((dependant) => {
    if (!dependant) return [];
    const { patronId, person } = dependant.person;
    const sight = guardianSees(dependant.status, person, guardianId, policy, today);
    return sight === 'nothing' ? [] : [{ patronId, name: shownName(person), owed: dependant.status.counters.owed }];
  });
};
