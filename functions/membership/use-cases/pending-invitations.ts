import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { StaffPool } from '../data/staff-pool.ts';
import type { ListedStaff, StaffStore } from '../data/staff-store.ts';

const PAGE = 100;

const allStaff = async (staff: StaffStore, memberId: string): Promise<ListedStaff[]> => {
  const all: ListedStaff[] = [];
  let after: string | undefined;
  do {
    const page = await staff.list(memberId, { limit: PAGE, after });
    if (page === 'bad-cursor') break;
    all.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  return all;
};

/** Returns the staff of a member, or of the consortium, who have not signed in yet, by name. The user pool decides who has. */
export const pendingInvitations = async (
  { staff, pool }: { staff: StaffStore; pool: Pick<StaffPool, 'invited'> },
  of: string,
) => {
  const [people, invited] = await Promise.all([allStaff(staff, of), pool.invited()]);
  return (
    people
      // An invitation that was interrupted has no account yet.
      .filter(({ staffId, invited: isSent }) => invited.has(staffId) || !isSent)
      .map(({ staffId, name, email, memberId }) => {
        const sent = invited.get(staffId);
        return { staffId, name, email, memberId, ...(sent && { sentAt: iso(sent.getTime()) }) };
      })
      .toSorted((one, other) => one.name.localeCompare(other.name))
  );
};
