import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { CourseDeps } from '../deps.ts';
import { copyCourseRefusals } from '../schemas.ts';
import { bringForward } from './bring-forward.ts';
import { courseView, ownCourse } from './courses.ts';

type Input = { courseId: string; branchId: string; termId: string; now: number };

/** Copies a course with its list to another term; a repeated call resumes. */
export const copyCourse = async (deps: CourseDeps & { ids: Ids }, { courseId, now, ...to }: Input) => {
  const { courses, ids } = deps;
  const source = await ownCourse(deps, courseId, to.branchId);
  if ('refused' in source) return source;
  const { v: _, endedAt: __, clearedAt: ___, ...fields } = source;
  // An erased patron is no longer an instructor.
  const instructors = fields.instructors.filter((one) => !('patronId' in one) || one.patronId !== 'erased');
  const next = { ...fields, ...to, instructors, courseId: ids.next('course', now), copiedFrom: source.courseId };
  const made = await courses.create(next);
  if (made === 'no-term' || made === 'unknown-instructor') return refuse(made, copyCourseRefusals[made].meaning);
  const course = await courses.byCode(next.memberId, next.termId, next.code);
  if (course?.copiedFrom !== source.courseId)
    return refuse('code-taken', copyCourseRefusals['code-taken'].meaning, '/body/termId');
  const brought = await bringForward(deps, source, course, iso(now));
  return answer({ course: courseView(await courses.named(course)), ...brought });
};
