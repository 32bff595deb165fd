import * as z from 'zod';
import type { Grant } from '../domain/identity/roles.ts';
import { plainEmail, type Staff, staffSchema } from '../domain/membership/staff.ts';
import { type AuditLine, auditWrite } from './audit.ts';
import { absent, unchanged } from './condition.ts';
import { type CursorPage, type PageWish, readPage } from './cursor.ts';
import { gsi2, indexPartition, key } from './keys.ts';
import { stamp, type Table } from './table.ts';

const stored = z.object({ ...staffSchema.shape, v: z.number() });

/** A staff member as stored, with the counter that a change is conditioned on. */
export type StoredStaff = { staff: Staff; v: number };

/** The people who work at the members and for the consortium. */
export type StaffStore = {
  get(staffId: string): Promise<StoredStaff | undefined>;
  byEmail(email: string): Promise<StoredStaff | undefined>;
  /** Claims the e-mail address and the id. Gives false when the address is somebody's. */
  add(staff: Staff, audit: AuditLine): Promise<boolean>;
  /** Notes that the invitation went out. */
  markInvited(staffId: string): Promise<void>;
  /** Writes roles as long as nobody else changed this person since they were read. Gives false when somebody did. */
  changeGrants(read: StoredStaff, grants: Grant[], audit: AuditLine): Promise<boolean>;
  /** A page of a member's (or the consortium's) staff. */
  list(memberId: string, wish: PageWish): Promise<CursorPage<Staff> | 'bad-cursor'>;
};

const read = (item: unknown): StoredStaff => {
  const { v, ...rest } = stored.parse(item);
  return { staff: staffSchema.parse(rest), v };
};

/** The staff kept in the table. */
export const staffStore = (table: Table): StaffStore => {
  const get = async (staffId: string): Promise<StoredStaff | undefined> => {
    const item = await table.get(key('staff', { staffId }));
    return item ? read(item) : undefined;
  };
  return {
    get,
    byEmail: async (email) => {
      const claim = await table.get(key('staffEmail', { email: plainEmail(email) }), { strong: true });
      return claim ? get(z.object({ staffId: z.string() }).parse(claim).staffId) : undefined;
    },
    add: async (staff, audit) => {
      const email = plainEmail(staff.email);
      const claim = { ...key('staffEmail', { email }), ...stamp('staffEmail', 1), staffId: staff.staffId };
      const put = { ...key('staff', staff), ...gsi2('staff', staff), ...stamp('staff', 1), ...staff };
      const writes = [{ put: claim, when: absent() }, { put, when: absent() }, auditWrite(audit)];
      return (await table.write(writes)) === undefined;
    },
    markInvited: async (staffId) => {
      await table.write([{ update: key('staff', { staffId }), set: { invited: true } }]);
    },
    changeGrants: async ({ staff, v }, grants, audit) => {
      const update = { update: key('staff', staff), set: { grants }, when: unchanged(v) };
      return (await table.write([update, auditWrite(audit)])) === undefined;
    },
    list: (memberId, wish) => {
      const partition = indexPartition('staff', 'gsi2', { memberId });
      return readPage(table, { index: 'gsi2', partition }, wish, (item) => read(item).staff);
    },
  };
};
