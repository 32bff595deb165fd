import * as z from 'zod';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { equals } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { key } from './keys.ts';

/** A class of the school of a branch, with how many of its loans are overdue. */
export type LateClass = { classId: string; loans: number };
type OfBranch = { branchId: string; classId: string };

const PREFIX = 'late ';
const stored = z.object({ entity: z.literal('lateClasses'), branchId: z.string() });

/** The attribute that counts a class. A dot would be read as a path into a map. */
const attributeOf = (classId: string): string => `${PREFIX}${classId.replaceAll('%', '%25').replaceAll('.', '%2E')}`;
const classOf = (attribute: string): string => decodeURIComponent(attribute.slice(PREFIX.length));

const keyOf = (branchId: string) => key('lateClasses', { memberId: memberOfBranch(branchId), branchId });

/** Returns the write that counts an overdue loan of a class in (1) or out (-1). */
export const lateClassWrite = ({ branchId, classId }: OfBranch, loans: 1 | -1): Write => {
  const { v: _counted, ...values } = { ...stamp('lateClasses', 1), branchId };
  return { update: keyOf(branchId), add: { [attributeOf(classId)]: loans }, set: values };
};

/** Deletes the count of a class that has no overdue loan any more. */
export const clearLateClass = async (table: Table, { branchId, classId }: OfBranch): Promise<void> => {
  const count = attributeOf(classId);
  await table.write([{ update: keyOf(branchId), remove: [count], when: equals(count, 0) }]);
};

/** Returns the classes of the school of a branch that have overdue loans, by name, from rows of which one may have the counts of the branch. */
export const lateClassesIn = (rows: readonly Record<string, unknown>[], branchId: string): LateClass[] => {
  const row = rows.find((one) => stored.safeParse(one).data?.branchId === branchId) ?? {};
  return Object.entries(row)
    .filter(([attribute, loans]) => attribute.startsWith(PREFIX) && Number(loans) > 0)
    .map(([attribute, loans]) => ({ classId: classOf(attribute), loans: Number(loans) }))
    .toSorted((one, other) => one.classId.localeCompare(other.classId));
};
