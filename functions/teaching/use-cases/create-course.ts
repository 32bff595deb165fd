import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { CourseDeps } from '../deps.ts';
import type { Course } from '../domain/course.ts';
import { createCourseRefusals } from '../schemas.ts';
import { courseView } from './courses.ts';

type Deps = Pick<CourseDeps, 'courses'> & { ids: Ids };

const pointers = { 'no-term': '/body/termId', 'code-taken': '/body/code', 'unknown-instructor': '/body/instructors' };

/** Creates a course of the member of its branch. */
export const createCourse = async (
  { courses, ids }: Deps,
  described: Omit<Course, 'courseId' | 'memberId'>,
  now: number,
) => {
  const course = { courseId: ids.next('course', now), memberId: memberOfBranch(described.branchId), ...described };
  const outcome = await courses.create(course);
  if (outcome !== 'created') return refuse(outcome, createCourseRefusals[outcome].meaning, pointers[outcome]);
  return answer(courseView(await courses.named({ ...course, v: 1 })));
};
