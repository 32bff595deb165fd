import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import type { PossibleDuplicateStore } from '../data/possible-duplicate-store.ts';
import { isHome } from '../domain/access/is-home.ts';

type Deps = Pick<PatronsStores, 'patrons'> & { duplicates: PossibleDuplicateStore };
type Input = { patronId: string; otherId: string; branchId: string; by: string; now: number };

/** Marks two patrons as two people, so that they are no longer listed as possible duplicates. */
export const markDistinct = async ({ duplicates, patrons }: Deps, { branchId, by, now, ...ids }: Input) => {
  const [one, other] = await Promise.all([patrons.status(ids.patronId), patrons.status(ids.otherId)]);
  if (!one) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (!other) return refuse('patron-unknown', 'There is no such patron.', '/body/otherId');
  if (!isHome(one, branchId)) return refuse('not-home', 'Only the home library decides this.');
  const [patronId, otherId] = [one.patronId, other.patronId];
  if (patronId === otherId) return refuse('same-patron', 'These are one patron already.', '/body/otherId');
  const pair = [
    { patronId, memberId: one.homeMember },
    { patronId: otherId, memberId: other.homeMember },
  ] as const;
  return (await duplicates.markDistinct(pair, { at: iso(now), by }))
    ? answer({ patronId, otherId })
    : refuse('changed-meanwhile', 'Look again.');
};
