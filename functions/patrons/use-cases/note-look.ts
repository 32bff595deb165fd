import type { Actor } from '../../../layers/platform/http/actor.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { LookStore } from '../data/look-store.ts';
import { isHome } from '../domain/is-home.ts';
import type { PatronStatus } from '../domain/patron-status.ts';

/** Who looks at whom, at which branch, when (epoch ms). */
type LookedAt = { actor: Actor | undefined; patron: PatronStatus; branchId: string; now: number };

/**
 * Notes that staff elsewhere than at home are told something of a patron, before they are: no look goes without its line. What
 * they do for the patron, a loan or a hold or a payment, says so itself and is no look.
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
