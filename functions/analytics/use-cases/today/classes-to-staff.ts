import { classesWithoutTeacher } from '../../../teaching/public/classes-without-teacher.ts';
import type { TodayDeps } from '../../deps.ts';
import { counted } from './counted.ts';

/** How many classes are counted: their index entries are small. */
const COUNTED = 30;

/** Reads the classes of a school that have no teacher; nothing where a library has none, so that it has no such list. */
export const classesToStaff = async ({ table }: TodayDeps, memberId: string) => {
  const page = await classesWithoutTeacher(table, memberId, COUNTED);
  return page.rows.length > 0 ? counted(page, (classId) => ({ classId })) : undefined;
};
