import * as z from 'zod';
import type { BranchCalendar, CalendarWithPast } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { millis } from '../../../layers/kernel/calendar/millis.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { absent, present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table, TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { cachedFor } from '../../../layers/platform/runtime/cached-for.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { Branch, BranchDetails } from '../domain/branch.ts';
import {
  afterChange,
  type CalendarVersion,
  calendarVersionSchema,
  laterThan,
  timelineOf,
  withPast,
} from '../domain/calendar-versions.ts';
import { branchAt, branchInForce, calendarAttributes, readBranch, type StoredBranch } from './branch-codec.ts';
import { writeWithDirectory } from './directory-store.ts';
import { gsi2, key, sortPrefix } from './keys.ts';

const TRIES = 10;
/** The number of versions that may begin later: every checkout reads them. */
const MOST_LATER = 20;

/**
 * A calendar to set: from when it is in force, who set it, whether it ends the versions that would begin later, and the version of the
 * branch that the change was made from.
 */
export type CalendarChange = {
  calendar: BranchCalendar;
  from: string;
  endsLater?: boolean | undefined;
  by: string;
  version?: number | undefined;
};

/** A branch with the version that a change of it names, and the calendars in force and later. */
export type EditedBranch = { branch: Branch; version: number; calendars: CalendarVersion[] };

const listed = z.object({
  ...calendarVersionSchema.shape,
  endsLater: z.literal(true).exactOptional(),
  setAt: z.string(),
});

/** A version of a calendar as listed: when it was set, and whether it ended the versions that would have begun later. */
export type ListedCalendar = z.infer<typeof listed>;

/** Stores branches with their opening hours. */
export type BranchStore = {
  /** Claims the branch's id at `now` (epoch ms). Returns a conflict with the id, or an unknown member. */
  create(branch: Branch, by: string, now: number): Promise<'created' | 'branch-exists' | 'member-unknown'>;
  exists(branchId: string): Promise<boolean>;
  /** Returns a branch with the calendar in force at `now` (epoch ms). */
  get(branchId: string, now: number): Promise<Branch | undefined>;
  /** Returns a branch for editing, as last written. `now` in epoch ms. */
  edited(branchId: string, now: number): Promise<EditedBranch | undefined>;
  /** Changes what a branch shows of itself, with the audit entry, unless it was changed since the version. */
  update(
    branchId: string,
    change: { details: BranchDetails; version: number; audit: Pick<AuditLine, 'auditId' | 'by'> },
    now: number,
  ): Promise<EditedBranch | 'branch-unknown' | 'changed-meanwhile'>;
  /** Returns the branch from a cache of 60 s, also with the calendars that begin later, for due dates and opening hours. */
  known(branchId: string, now: number): Promise<Branch | undefined>;
  /**
   * Returns the calendar with those in force since an earlier instant and those that begin after `now`, for the days from then on. Reads old
   * versions only when the calendar has changed since.
   */
  calendarSince(branchId: string, since: string, now: number): Promise<CalendarWithPast | undefined>;
  /** Returns the ids of a member's branches, in order. */
  idsOf(memberId: string): Promise<string[]>;
  /** Writes the next version of a calendar. Refuses without `endsLater` while others begin later. */
  setCalendar(
    branchId: string,
    change: CalendarChange,
    now: number,
  ): Promise<EditedBranch | 'branch-unknown' | 'later-calendar' | 'too-many-calendars' | 'changed-meanwhile'>;
  /** Lists the versions of a branch's calendar, the newest number first. */
  calendars(branchId: string, pageRequest: PageRequest): Promise<CursorPage<ListedCalendar> | 'bad-cursor'>;
};

const keyOf = (branchId: string) => key('branch', { memberId: memberOfBranch(branchId), branchId });

const numbered = (version: number): string => String(version).padStart(6, '0');

const versionWrite = (
  branchId: string,
  { by, ...one }: CalendarVersion & { endsLater?: true; by: string },
  now: number,
): Write => ({
  put: {
    ...key('branchCalendar', { branchId, version: numbered(one.version) }),
    ...stamp('branchCalendar', 1),
    ...{ branchId, ...one, by, setAt: iso(now) },
  },
  when: absent(),
});

const requiredDetails = ['name', 'address', 'pickup'] as const;
const optionalDetails = ['phone', 'email', 'website', 'holdSlip', 'main'] as const;

const withoutDetails = ({
  phone: _p,
  email: _e,
  website: _w,
  holdSlip: _h,
  main: _m,
  ...branch
}: StoredBranch): StoredBranch => branch;

/** Returns the write of the audit entry of a change: the details that differ, before and after. */
const detailsAudit = (
  { branchId, ...before }: StoredBranch,
  after: BranchDetails,
  { now, ...line }: Pick<AuditLine, 'auditId' | 'by'> & { now: number },
): Write => {
  const names = [...requiredDetails, ...optionalDetails].filter((name) => before[name] !== after[name]);
  const only = (of: Partial<BranchDetails>) => Object.fromEntries(names.map((name) => [name, of[name]]));
  return auditWrite({
    ...{ ...line, subject: `branch:${branchId}`, at: iso(now), did: 'update-branch' },
    detail: { before: only(before), after: only(after) },
  });
};

const forEditing = (branch: StoredBranch, now: number): EditedBranch => ({
  branch: branchInForce(branch, now),
  version: branch.v,
  calendars: branch.calendars,
});

/** Stores branches in the table. */
export const branchStore = (table: Table): BranchStore => {
  const read = async (branchId: string, reading = {}): Promise<StoredBranch | undefined> => {
    const item = await table.get(keyOf(branchId), reading);
    return item && readBranch(item);
  };
  const cached = cachedFor(60_000, (branchId: string) => read(branchId));
  const versions = (branchId: string) => ({ partition: key('branchCalendar', { branchId, version: '-' }).pk });
  return {
    exists: async (branchId) => (await table.get(keyOf(branchId))) !== undefined,
    get: async (branchId, now) => {
      const branch = await read(branchId);
      return branch && branchInForce(branch, now);
    },
    known: async (branchId, now) => {
      const branch = await cached(branchId, now);
      return branch && branchAt(branch, now);
    },
    calendarSince: async (branchId, since, now) => {
      const branch = await cached(branchId, now);
      if (!branch) return undefined;
      const [first] = branch.calendars;
      if (first && millis(first.from) <= millis(since)) return withPast(branch.calendars, since, iso(now));
      const all = (await table.queryAll(versions(branchId))).map((row) => listed.parse(row));
      return withPast(all.length === 0 ? branch.calendars : timelineOf(all), since, iso(now));
    },
    idsOf: async (memberId) => {
      const { pk: partition } = key('branch', { memberId, branchId: '-' });
      const rows = await table.queryAll({ partition, begins: sortPrefix('branch') });
      return rows.map((row) => readBranch(row).branchId);
    },
    create: async ({ calendar, ...branch }, by, now) => {
      const version = { version: 1, from: iso(now), calendar };
      const row = { ...branch, memberId: memberOfBranch(branch.branchId), ...calendarAttributes([version], 1) };
      const put = { ...key('branch', row), ...gsi2('branch', row), ...stamp('branch', 1), ...row };
      const conflict = await writeWithDirectory(table, { branch: readBranch(put) }, [
        { check: key('member', row), when: present() },
        { put, when: absent() },
        versionWrite(branch.branchId, { ...version, by }, now),
      ]);
      if (!conflict) return 'created';
      return conflict.conflict.some(({ index }) => index === 0) ? 'member-unknown' : 'branch-exists';
    },
    edited: async (branchId, now) => {
      const branch = await read(branchId, { strong: true });
      return branch && forEditing(branch, now);
    },
    update: async (branchId, { details, version, audit }, now) => {
      const before = await read(branchId, { strong: true });
      if (!before) return 'branch-unknown';
      const after = { ...withoutDetails(before), ...details, v: version + 1 };
      const removed = optionalDetails.filter((name) => details[name] === undefined);
      const write = { update: keyOf(branchId), set: details, remove: removed, when: unchanged(version) };
      const lost = await writeWithDirectory(table, { branch: after }, [
        write,
        detailsAudit(before, details, { ...audit, now }),
      ]);
      return lost ? 'changed-meanwhile' : forEditing(after, now);
    },
    setCalendar: async (branchId, { calendar, from, endsLater, by, version }, now) => {
      for (let i = 0; i < TRIES; i += 1) {
        const before = await read(branchId, { strong: true });
        if (!before) return 'branch-unknown';
        if (version !== undefined && version !== before.v) return 'changed-meanwhile';
        if (endsLater === undefined && laterThan(before.calendars, from).length > 0) return 'later-calendar';
        const next = { version: before.lastVersion + 1, from, calendar };
        const calendars = afterChange(before.calendars, { ...next, endsLater: endsLater === true }, iso(now));
        if (calendars.length > 1 + MOST_LATER) return 'too-many-calendars';
        const after = { ...before, calendars, lastVersion: next.version, v: before.v + 1 };
        const set = { ...calendarAttributes(calendars, next.version) };
        // A branch whose row was written without versions keeps what it had as the version before the first.
        const unlisted = before.lastVersion === 0 ? before.calendars : [];
        const lost = await writeWithDirectory(table, { branch: after }, [
          { update: keyOf(branchId), set, when: unchanged(before.v) },
          versionWrite(branchId, { ...next, by, ...(endsLater && { endsLater: true as const }) }, now),
          ...unlisted.map((one) => versionWrite(branchId, { ...one, by: 'system' }, Date.parse(one.from))),
        ]);
        if (!lost) return forEditing(after, now);
      }
      throw new TableConflict(`The calendar of ${branchId} was set ${TRIES} times at once`);
    },
    calendars: (branchId, pageRequest) =>
      readPage(table, { ...versions(branchId), backwards: true }, pageRequest, (row) => listed.parse(row)),
  };
};
