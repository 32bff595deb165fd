import { answer } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { StaffStore } from '../data/staff-store.ts';

type Input = {
  staffId: string;
  session: { session: string; isAtDesk: boolean } | undefined;
  everywhere: boolean;
  now: number;
};

/** Ends the session of a staff member, or all of them. */
export const signOutStaff = async (staff: StaffStore, { staffId, session, everywhere, now }: Input) => {
  await staff.signOut(staffId, everywhere ? undefined : session, now);
  return answer({ signedOutAt: iso(now) });
};
