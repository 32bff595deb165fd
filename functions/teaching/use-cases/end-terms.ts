import { lacks } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { causedBy } from '../../../layers/platform/runtime/meter.ts';
import {
  courseStore,
  deleteSearchTerms,
  endTermWrite,
  type StoredCourse,
  type StoredTerm,
} from '../data/course-store.ts';
import { indexPartition, key } from '../data/keys.ts';
import { lastDayOver } from '../domain/course.ts';
import { takeOffReserve } from './course-reserves.ts';

/** The maximum per run; the next run continues where this one stopped. */
const MOST = 2000;

/** The result of a run: items returned, instructors' own copies still out, courses and terms completed. */
export type Ended = { back: number; waiting: number; courses: number; terms: number };

/** Finds the terms that are over by a day and not closed; the index may lag, so each is read again first. */
const termsOver = async (table: Table, day: string): Promise<StoredTerm[]> => {
  const partition = indexPartition('term', 'gsi2', {});
  const rows = await table.queryAll({ index: 'gsi2', partition, between: ['-', `${day}#~`] });
  const read = await Promise.all(
    rows.map(({ memberId, termId }) => courseStore(table).term(String(memberId), String(termId))),
  );
  return read.filter((term) => term !== undefined).filter(({ endsOn }) => endsOn <= day);
};

/** After closing, nothing more is put on reserve for a course, so its current list is complete. */
const close = async (table: Table, { courseId, endedAt }: StoredCourse, at: string): Promise<void> => {
  if (endedAt !== undefined) return;
  await table.write([{ update: key('course', { courseId }), set: { endedAt: at }, when: lacks('endedAt') }]);
};

const endCourse = async (table: Table, course: StoredCourse, at: string, sum: Ended): Promise<boolean> => {
  const { courseId } = course;
  await close(table, course, at);
  const listed = await courseStore(table).materials(courseId, { strong: true });
  let waits = false;
  for (const line of listed) {
    if (line.material.kind !== 'item' || line.endedAt !== undefined) continue;
    if (sum.back + sum.waiting >= MOST) return false;
    const came = await takeOffReserve(table, courseId, line, { at });
    if (came === 'waits') waits = true;
    sum[came === 'off' ? 'back' : 'waiting'] += 1;
  }
  if (waits) return false;
  await deleteSearchTerms(table, course);
  await table.write([{ update: key('course', { courseId }), set: { clearedAt: at } }]);
  sum.courses += 1;
  return true;
};

const endTerm = async (table: Table, term: StoredTerm, at: string, sum: Ended): Promise<void> => {
  // A term that was extended meanwhile is not over.
  if (term.endedAt === undefined && (await table.write([endTermWrite(term, at)]))) return;
  const { pk: partition } = key('courseOfTerm', { ...term, code: '-' });
  const pointers = await table.queryAll({ partition, strong: true });
  let through = true;
  for (const { courseId } of pointers) {
    const course = await courseStore(table).get(String(courseId), { strong: true });
    if (course === undefined || course.clearedAt !== undefined) continue;
    if (!(await endCourse(table, course, at, sum))) through = false;
    if (sum.back + sum.waiting >= MOST) return;
  }
  if (!through) return;
  await table.write([{ update: key('term', term), remove: ['gsi2pk', 'gsi2sk'] }]);
  sum.terms += 1;
};

/**
 * Ends the terms whose last day is over (now in epoch ms): their reserves are returned, and their courses are no longer found. Resumes
 * after an interruption; idempotent. Reads only the terms' own partitions.
 */
export const endTerms = async (table: Table, now: number): Promise<Ended> => {
  const sum: Ended = { back: 0, waiting: 0, courses: 0, terms: 0 };
  for (const term of await termsOver(table, lastDayOver(now))) {
    await causedBy({ cause: term.memberId }, () => endTerm(table, term, iso(now), sum));
    if (sum.back + sum.waiting >= MOST) break;
  }
  return sum;
};
