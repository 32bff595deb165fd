import type { Actor } from '../../../layers/platform/http/actor.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { AccessLog } from '../data/access-log.ts';
import { isHome } from '../domain/access/is-home.ts';
import type { PatronStatus } from '../domain/record/patron-status.ts';

/** An access to a patron's record: by whom, at which branch, when (epoch ms). */
type Opening = { actor: Actor | undefined; patron: PatronStatus; branchId: string; now: number };

/**
 * Records an access to a patron's record by staff of another member, before the response: no access is unrecorded. Actions for the patron,
 * such as a loan, a hold or a payment, have their own record and do not count as an access.
 */
export const logAccess = async (
  { accesses, ids }: { accesses: Pick<AccessLog, 'note'>; ids: Ids },
  { actor, patron, branchId, now }: Opening,
): Promise<void> => {
  if (actor?.kind !== 'staff' || isHome(patron, branchId)) return;
  await accesses.note(patron.patronId, {
    ...{ at: iso(now), accessId: ids.next('access', now), branchId, by: actor.id },
  });
};
