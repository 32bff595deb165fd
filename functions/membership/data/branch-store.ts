import * as z from 'zod';
import type { BranchCalendar } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { absent, present } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { cachedFor } from '../../../layers/platform/runtime/cached-for.ts';
import { type Branch, branchSchema } from '../domain/branch.ts';
import { gsi2, key, sortPrefix } from './keys.ts';

const stored = z.object({ ...branchSchema.shape, memberId: z.string() });

/** Parses a branch from a stored item. */
export const readBranch = (item: unknown): Branch => {
  const { memberId: _, ...branch } = stored.parse(item);
  return branch;
};

/** Stores branches with their opening hours. */
export type BranchStore = {
  /** Claims the branch's id. Returns a conflict with the id, or an unknown member. */
  create(branch: Branch): Promise<'created' | 'branch-exists' | 'member-unknown'>;
  get(branchId: string): Promise<Branch | undefined>;
  /** Returns the same from a cache of 60 s, for due dates and opening hours. `now` in epoch ms. */
  known(branchId: string, now: number): Promise<Branch | undefined>;
  /** Returns the ids of a member's branches, in order. */
  idsOf(memberId: string): Promise<string[]>;
  /** Writes new opening hours. False when there is no such branch. */
  setCalendar(branchId: string, calendar: BranchCalendar): Promise<boolean>;
};

const keyOf = (branchId: string) => key('branch', { memberId: memberOfBranch(branchId), branchId });

/** Stores branches in the table. */
export const branchStore = (table: Table): BranchStore => {
  const get = async (branchId: string): Promise<Branch | undefined> => {
    const item = await table.get(keyOf(branchId));
    return item && readBranch(item);
  };
  return {
    get,
    known: cachedFor(60_000, get),
    idsOf: async (memberId) => {
      const { pk: partition } = key('branch', { memberId, branchId: '-' });
      const rows = await table.queryAll({ partition, begins: sortPrefix('branch') });
      return rows.map((row) => readBranch(row).branchId);
    },
    create: async (branch) => {
      const row = { ...branch, memberId: memberOfBranch(branch.branchId) };
      const put = { ...key('branch', row), ...gsi2('branch', row), ...stamp('branch', 1), ...row };
      const conflict = await table.write([
        { check: key('member', row), when: present() },
        { put, when: absent() },
      ]);
      if (!conflict) return 'created';
      return conflict.conflict.some(({ index }) => index === 0) ? 'member-unknown' : 'branch-exists';
    },
    setCalendar: async (branchId, calendar) => {
      const update = { update: keyOf(branchId), set: { calendar }, when: present() };
      return (await table.write([update])) === undefined;
    },
  };
};
