import type { AuditLine } from '../../../layers/records/audit/data/audit.ts';
import type { StaffPool } from '../data/staff-pool.ts';
import type { StaffStore } from '../data/staff-store.ts';
import { plainEmail, type Staff } from '../domain/staff.ts';

/**
 * Claims the e-mail address in the table, then has the pool send the invitation. Inviting the same address of the same employer again
 * resumes an interrupted invitation, or sends it again to a person who has not signed in yet: it expires after days. Returns the person,
 * or 'email-taken' when somebody signs in with the address.
 */
export const inviteStaff = async (
  { staff, pool }: { staff: StaffStore; pool: StaffPool },
  wanted: Staff,
  audit: AuditLine,
): Promise<Staff | 'email-taken'> => {
  const person = { ...wanted, email: plainEmail(wanted.email) };
  const added = await staff.add(person, audit);
  const known = added ? person : (await staff.byEmail(person.email))?.staff;
  if (known === undefined || known.memberId !== person.memberId) return 'email-taken';
  const outcome = known.invited ? await pool.inviteAgain(known) : await pool.invite(known);
  if (outcome !== 'invited') return 'email-taken';
  const again = { ...audit, subject: `staff:${known.staffId}`, did: 'invite-again' };
  await staff.markInvited(known.staffId, known.invited ? again : undefined);
  return { ...known, invited: true };
};
