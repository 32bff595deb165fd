import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import { guardianSees } from '../domain/access/ward.ts';
import { shownName } from '../domain/identity/person.ts';

/** Lists the children whose account a guardian may see, with what they owe. */
export const listWards = async (
  deps: Pick<PatronsStores, 'patrons' | 'patronsPolicy'>,
  guardianId: string,
  now: number,
) => {
  const policy = await deps.patronsPolicy(now);
  const wards = await Promise.all((await deps.patrons.wards(guardianId)).map((wardId) => deps.patrons.get(wardId)));
  const today = iso(now).slice(0, 10);
  return wards.flatMap((ward) => {
    if (!ward) return [];
    const { patronId, person } = ward.person;
    const sight = guardianSees(ward.status, person, guardianId, policy, today);
    return sight === 'nothing' ? [] : [{ patronId, name: shownName(person), owed: ward.status.counters.owed }];
  });
};
