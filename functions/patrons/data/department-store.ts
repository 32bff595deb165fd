import { and, equals, expectedVersion, present } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { keys as membershipKeys } from '../../membership/public/keys.ts';
import { type StoredDepartment, storedDepartmentSchema } from '../domain/record/department.ts';
import type { PatronStatus } from '../domain/record/patron-status.ts';
import { key, sortPrefix } from './keys.ts';

const readDepartment = ({ code, name, costCentre, closed, v: version }: Record<string, unknown>): StoredDepartment =>
  storedDepartmentSchema.parse({ code, name, costCentre, closed, version });

/** Returns the check that a member has such a department and that it accepts patrons: part of the write that assigns a patron to it. */
export const departmentCheck = (memberId: string, code: string): Write => ({
  check: key('department', { memberId, code }),
  when: and(present(), equals('closed', false)),
});

/** Stores the departments of members. */
export const departmentStore = (table: Table) => ({
  /** Writes a department over the version that was read, 0 for a new one, with the writes of the same transaction. */
  set: async (
    memberId: string,
    { version, ...department }: StoredDepartment,
    beside: readonly Write[],
  ): Promise<'set' | 'changed' | 'member-unknown'> => {
    const put = {
      ...key('department', { memberId, ...department }),
      ...stamp('department', version + 1),
      ...department,
    };
    const there = { check: membershipKeys.key('member', { memberId }), when: present() };
    const lost = await table.write([{ put, when: expectedVersion(version) }, there, ...beside]);
    if (!lost) return 'set';
    return lost.conflict.some(({ index }) => index === 1) ? 'member-unknown' : 'changed';
  },
  get: async (memberId: string, code: string): Promise<StoredDepartment | undefined> => {
    const row = await table.get(key('department', { memberId, code }), { strong: true });
    return row && readDepartment(row);
  },
  list: async (memberId: string): Promise<StoredDepartment[]> => {
    const { pk: partition } = key('department', { memberId, code: '-' });
    return (await table.queryAll({ partition, begins: sortPrefix('department') })).map(readDepartment);
  },
  /** Returns whether a member has such a department that accepts patrons. The write that assigns a patron checks it again. */
  takesPeople: async (memberId: string, code: string): Promise<boolean> => {
    const row = await table.get(key('department', { memberId, code }), { strong: true });
    return row !== undefined && !readDepartment(row).closed;
  },
});

/** Returns the current cost centre of a patron's department; called only for patrons who belong to one. */
export const costCentreOf = async (
  table: Table,
  { department: code, homeMember: memberId }: PatronStatus,
): Promise<{ costCentre?: string }> => {
  if (code === undefined) return {};
  const row = await table.get(key('department', { memberId, code }));
  return row ? { costCentre: readDepartment(row).costCentre } : {};
};
