import * as z from 'zod';
import { type Grant, memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { absent, present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import type { Key } from '../../../layers/platform/dynamodb/keys.ts';
import { retryOnConflict } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { deskPassView, type StaffPasses, staffPassesSchema } from '../domain/desk.ts';
import { afterSignOut, type EndedSessions, endedSessionsSchema } from '../domain/session.ts';
import { plainEmail, type Staff, staffSchema } from '../domain/staff.ts';
import { gsi2, indexPartition, key } from './keys.ts';

const sessions = {
  /** Until when (epoch ms) begun sessions are over, and those that were signed out since. */
  endedBefore: z.number().exactOptional(),
  ended: endedSessionsSchema.exactOptional(),
  /** Until when (epoch ms) begun sessions at shared desks are over: since then a badge or a code was changed. */
  deskEndedBefore: z.number().exactOptional(),
};
const stored = z.object({
  ...staffSchema.shape,
  ...sessions,
  passes: staffPassesSchema.exactOptional(),
  v: z.number(),
});

/** The ways to end the sessions of a staff user. */
export type StaffSessions = { endedBefore?: number; ended?: EndedSessions; deskEndedBefore?: number };

/** A staff user as stored, with the version that a change is conditioned on. */
export type StoredStaff = { staff: Staff; sessions: StaffSessions; passes: StaffPasses; v: number };

/** A staff user in a list, with since when the person has a code and a badge for shared desks. */
export type ListedStaff = Staff & { deskPass: ReturnType<typeof deskPassView> };

/** The deciding user (`by`), the affected user, the new roles, the audit entry, and the grant whose place must exist when one is given. */
export type GrantChange = { by: StoredStaff; of: StoredStaff; grants: Grant[]; audit: AuditLine; at?: Grant };

/** Stores the staff of the members and of the consortium. */
export type StaffStore = {
  get(staffId: string, options?: { strong?: boolean }): Promise<StoredStaff | undefined>;
  byEmail(email: string): Promise<StoredStaff | undefined>;
  /** Claims the e-mail address and the id. Returns false when the address is taken. */
  add(staff: Staff, audit: AuditLine): Promise<boolean>;
  /** Records that the invitation was sent; with an audit entry when it was sent again. */
  markInvited(staffId: string, again?: AuditLine): Promise<void>;
  /** Deletes a person who is unchanged since the read, and frees the e-mail address. Returns false when somebody changed the person meanwhile. */
  remove(found: StoredStaff, audit: AuditLine): Promise<boolean>;
  /**
   * Writes a user's roles while neither they nor those of the deciding user have changed since they were read: of two admins who
   * withdraw each other's role concurrently, only one succeeds. Returns the conflict.
   */
  changeGrants(change: GrantChange): Promise<'changed' | 'changed-meanwhile' | 'place-unknown'>;
  /** Ends one session of a user (one at a shared desk is briefer) at `now` (epoch ms), or all without a session. Does nothing for an unknown user. */
  signOut(staffId: string, of: { session: string; isAtDesk?: boolean } | undefined, now: number): Promise<void>;
  /** Returns a page of a member's (or the consortium's) staff. */
  list(memberId: string, pageRequest: PageRequest): Promise<CursorPage<ListedStaff> | 'bad-cursor'>;
};

const read = (item: unknown): StoredStaff => {
  const { v, endedBefore, ended, deskEndedBefore, passes = {}, ...rest } = stored.parse(item);
  const over = {
    ...{ ...(endedBefore !== undefined && { endedBefore }), ...(ended && { ended }) },
    ...(deskEndedBefore !== undefined && { deskEndedBefore }),
  };
  return { staff: staffSchema.parse(rest), sessions: over, passes, v };
};

const listed = (item: unknown): ListedStaff => {
  const { staff, passes } = read(item);
  return { ...staff, deskPass: deskPassView(passes) };
};

const placeOf = (grant: Grant): Key | undefined => {
  if (grant.scope === 'consortium') return undefined;
  if (grant.scope === 'member') return key('member', { memberId: grant.member });
  return key('branch', { memberId: memberOfBranch(grant.branch), branchId: grant.branch });
};

/** Stores staff in the table. */
export const staffStore = (table: Table): StaffStore => {
  const get: StaffStore['get'] = async (staffId, options) => {
    const item = await table.get(key('staff', { staffId }), options);
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
    markInvited: async (staffId, again) => {
      const sent = { update: key('staff', { staffId }), set: { invited: true } };
      await table.write([sent, ...(again ? [auditWrite(again)] : [])]);
    },
    remove: async ({ staff, v }, audit) => {
      const writes = [
        { delete: key('staff', staff), when: unchanged(v) },
        { delete: key('staffEmail', { email: plainEmail(staff.email) }) },
        auditWrite(audit),
      ];
      return (await table.write(writes)) === undefined;
    },
    changeGrants: async ({ by, of, grants, audit, at }) => {
      const place = at && placeOf(at);
      const conflict = await table.write([
        { update: key('staff', of.staff), set: { grants }, when: unchanged(of.v) },
        { check: key('staff', by.staff), when: unchanged(by.v) },
        auditWrite(audit),
        ...(place ? [{ check: place, when: present() }] : []),
      ]);
      if (!conflict) return 'changed';
      return conflict.conflict.some(({ index }) => index === 3) ? 'place-unknown' : 'changed-meanwhile';
    },
    signOut: (staffId, of, now) =>
      retryOnConflict(`The staff user ${staffId}`, async () => {
        const found = await get(staffId, { strong: true });
        if (!found) return true;
        const ended = of === undefined ? 'all' : afterSignOut(found.sessions.ended ?? [], of, now);
        const set = ended === 'all' ? { endedBefore: now, ended: [] } : { ended };
        const conflict = await table.write([{ update: key('staff', { staffId }), set, when: unchanged(found.v) }]);
        return conflict ? undefined : true;
      }).then(() => undefined),
    list: (memberId, pageRequest) => {
      const partition = indexPartition('staff', 'gsi2', { memberId });
      return readPage(table, { index: 'gsi2', partition }, pageRequest, listed);
    },
  };
};
