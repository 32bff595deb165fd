import type { Actor } from '../../../layers/platform/http/actor.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { LookStore } from '../data/look-store.ts';
import { isHome } from '../domain/access/is-home.ts';
import type { PatronStatus } from '../domain/record/patron-status.ts';

/** An access to a patron's record: by whom, at which branch, when (epoch ms). */
type LookedAt = { actor: Actor | undefined; patron: PatronStatus; branchId: string; now: number };

/**
 * Records an access to a patron's record by staff of another member, before the response: no access is unrecorded. Actions for the patron,
 * such as a loan, a hold or a payment, have their own record and do not count as an access.
 */
export const noteLook = async (
  { looks, ids }: { looks: Pick<LookStore, 'note'>; ids: Ids },
  { actor, patron, branchId, now }: LookedAt,
): Promise<void> => {
  if (actor?.kind !== 'staff' || isHome(patron, branchId)) return;
  await looks.note(patron.patronId, {
    ...{ at: iso(now), lookId: ids.next('look', now), branchId, by: actor.id },
  });
};
