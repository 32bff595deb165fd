import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { CourseDeps } from '../deps.ts';
import type { Course } from '../domain/course.ts';
import { editCourseRefusals } from '../schemas.ts';
import { courseView, ownCourse } from './courses.ts';

type Edit = Pick<Course, 'branchId' | 'title' | 'department' | 'sections'> & Partial<Pick<Course, 'instructors'>>;

/** Changes a course of the branch's member that has not ended. */
export const editCourse = async (deps: Pick<CourseDeps, 'courses'>, courseId: string, edit: Edit) => {
  const before = await ownCourse(deps, courseId, edit.branchId);
  if ('refused' in before) return before;
  if (before.endedAt !== undefined) return refuse('course-ended', editCourseRefusals['course-ended'].meaning);
  const { v, clearedAt: _, department: __, ...rest } = before;
  const after = { ...rest, ...edit };
  const outcome = await deps.courses.change(before, after);
  if (outcome !== 'saved') return refuse(outcome, editCourseRefusals[outcome].meaning);
  return answer(courseView(await deps.courses.named({ ...after, v: v + 1 })));
};
