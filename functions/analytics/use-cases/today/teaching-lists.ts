import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { classesWithoutTeacher } from '../../../teaching/public/classes-without-teacher.ts';
import { termsEnding } from '../../../teaching/public/terms-ending.ts';
import type { TodayDeps } from '../../deps.ts';
import { counted } from './counted.ts';

/** How many classes are counted, whose index entries are small, and at how many of the newest terms is looked. */
const COUNTED = { classes: 30, terms: 12 };

const DAY_MS = 24 * 60 * 60_000;
/** A term that ends within so many days is followed by another one: its courses are copied before. */
const SOON_DAYS = 30;

/**
 * Reads the classes of a school that have no teacher, and the terms that end soon. A library without such classes or terms has no such list.
 * `now` in epoch ms.
 */
export const teachingLists = async ({ table }: TodayDeps, memberId: string, now: number) => {
  const until = iso(now + SOON_DAYS * DAY_MS).slice(0, 10);
  const [classes, terms] = await Promise.all([
    classesWithoutTeacher(table, memberId, COUNTED.classes),
    termsEnding(table, memberId, { until, limit: COUNTED.terms }),
  ]);
  return {
    ...(classes.rows.length > 0 && { classes: counted(classes, (classId) => ({ classId })) }),
    ...(terms.length > 0 && { terms }),
  };
};
