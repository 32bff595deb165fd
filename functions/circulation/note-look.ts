import { lookStore } from '../../layers/data/look-store.ts';
import type { PatronStanding } from '../../layers/domain/circulation/patron-standing.ts';
import { memberOfBranch } from '../../layers/domain/identity/roles.ts';
import type { Actor } from '../../layers/http/actor.ts';
import { iso } from '../../layers/runtime/clock.ts';
import type { Ids } from '../../layers/runtime/ids.ts';
import type { House } from './house.ts';

/** Who looks at whom, at which branch, when (epoch ms). */
type LookedAt = {
  actor: Actor | undefined;
  patron: Pick<PatronStanding, 'patronId' | 'homeMember'>;
  branchId: string;
  now: number;
};

/**
 * Notes that staff elsewhere than at home were told something of a patron, before they are (design.md section 10). What they
 * do for the patron, a loan or a hold or a payment, says so itself and is no look.
 */
export const noteLook = async (
  { table }: Pick<House, 'table'>,
  ids: Ids,
  { actor, patron, branchId, now }: LookedAt,
): Promise<void> => {
  if (actor?.kind !== 'staff' || patron.homeMember === memberOfBranch(branchId)) return;
  await lookStore(table).note(patron.patronId, {
    ...{ at: iso(now), lookId: ids.next('look', now), branchId, by: actor.id },
  });
};
