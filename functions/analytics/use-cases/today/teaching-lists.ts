import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { lateClassesIn } from '../../../circulation/public/late-classes.ts';
import { classesWithoutTeacher } from '../../../teaching/public/classes-without-teacher.ts';
import { termsAndOthers } from '../../../teaching/public/terms-and-others.ts';
import type { TodayDeps } from '../../deps.ts';
import { counted, type Reading } from './counted.ts';

/** How many classes are counted, whose index entries are small, and at how many of the newest terms is looked. */
const COUNTED = { classes: 30, terms: 12 };

const DAY_MS = 24 * 60 * 60_000;
/** A term that ends within so many days is followed by another one: its courses are copied before. */
const SOON_DAYS = 30;

/**
 * Reads the classes of a school that have no teacher, those with overdue loans at a branch, and the terms that end soon. A library without
 * such classes or terms has no such list. `now` in epoch ms.
 */
export const teachingLists = async ({ table }: TodayDeps, branchId: string, { now, reach }: Reading) => {
  const memberId = memberOfBranch(branchId);
  const until = iso(now + SOON_DAYS * DAY_MS).slice(0, 10);
  const [classes, { terms, others }] = await Promise.all([
    classesWithoutTeacher(table, memberId, reach(COUNTED.classes)),
    termsAndOthers(table, memberId, { until, limit: COUNTED.terms }),
  ]);
  const late = lateClassesIn(others, branchId);
  return {
    ...(classes.rows.length > 0 && { classes: counted(classes, (classId) => ({ classId })) }),
    ...(late.length > 0 && { lateClasses: counted({ rows: late }, (row) => row) }),
    ...(terms.length > 0 && { terms }),
  };
};
