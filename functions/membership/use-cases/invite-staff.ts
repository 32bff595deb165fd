import type { AuditLine } from '../../../layers/records/audit/data/audit.ts';
import type { StaffPool } from '../data/staff-pool.ts';
import type { StaffStore } from '../data/staff-store.ts';
import { plainEmail, type Staff } from '../domain/staff.ts';

/**
 * Claims the e-mail address in the table, then has the pool send the invitation. An interrupted invitation is resumed when the same
 * address is invited again. Returns the person, or 'email-taken'.
 */
export const inviteStaff = async (
  { staff, pool }: { staff: StaffStore; pool: StaffPool },
  wanted: Staff,
  audit: AuditLine,
): Promise<Staff | 'email-taken'> => {
  const person = { ...wanted, email: plainEmail(wanted.email) };
  const added = await staff.add(person, audit);
  const known = added ? person : (await staff.byEmail(person.email))?.staff;
  if (known === undefined || known.invited || known.memberId !== person.memberId) return 'email-taken';
  if ((await pool.invite(known)) === 'email-taken') return 'email-taken';
  await staff.markInvited(known.staffId);
  return { ...known, invited: true };
};
