import { and, equals, present } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { keys as membershipKeys } from '../../membership/public/keys.ts';
import { type Department, departmentSchema } from '../domain/record/department.ts';
import type { PatronStatus } from '../domain/record/patron-status.ts';
import { key, sortPrefix } from './keys.ts';

const readDepartment = ({ code, name, costCentre, closed }: Record<string, unknown>): Department =>
  departmentSchema.parse({ code, name, costCentre, closed });

/** Returns the check that a member has such a department and that it accepts patrons: part of the write that assigns a patron to it. */
export const departmentCheck = (memberId: string, code: string): Write => ({
  check: key('department', { memberId, code }),
  when: and(present(), equals('closed', false)),
});

/** Stores the departments of members. */
export const departmentStore = (table: Table) => ({
  /** Writes a department, new or as a replacement. False when there is no such member. */
  set: async (memberId: string, department: Department): Promise<boolean> => {
    const put = { ...key('department', { memberId, ...department }), ...stamp('department', 1), ...department };
    const there = { check: membershipKeys.key('member', { memberId }), when: present() };
    return (await table.write([{ put }, there])) === undefined;
  },
  list: async (memberId: string): Promise<Department[]> => {
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
