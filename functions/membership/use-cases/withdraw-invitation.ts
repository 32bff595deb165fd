import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { StaffPool } from '../data/staff-pool.ts';
import type { StaffStore } from '../data/staff-store.ts';

type Deps = { staff: StaffStore; pool: Pick<StaffPool, 'withdraw'>; ids: Ids };
type Input = { staffId: string; memberId: string; by: string; now: number };

/**
 * Withdraws the invitation of a person who has not signed in yet. The account in the pool ends first: interrupted after that, the person
 * is still listed, cannot sign in, and is withdrawn or invited by the next call.
 */
export const withdrawInvitation = async ({ staff, pool, ids }: Deps, { staffId, memberId, by, now }: Input) => {
  const found = await staff.get(staffId, { strong: true });
  if (found?.staff.memberId !== memberId) return refuse('staff-unknown', 'Nobody of this id is invited there.');
  if ((await pool.withdraw(staffId)) === 'signed-in')
    return refuse('signed-in', 'The person has signed in already: withdraw the roles instead.');
  const audit = {
    ...{ subject: `staff:${staffId}`, at: iso(now), auditId: ids.next('audit', now), by },
    ...{ did: 'withdraw-invitation', detail: { memberId } },
  };
  return (await staff.remove(found, audit))
    ? answer({ staffId })
    : refuse('changed-meanwhile', 'Somebody else changed this person at the same time: look again.');
};
