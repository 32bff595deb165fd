import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { courseDeps } from '../../deps.ts';
import { bringForward } from '../../use-cases/bring-forward.ts';
import { courseView, ownCourse } from '../../use-cases/courses.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, courseDeps, async ({ path, body, now }, { ids, ...deps }) => {
  const source = await ownCourse(deps, path.courseId, body.branchId);
  if ('refused' in source) return source;
  const { v: _, endedAt: __, clearedAt: ___, ...fields } = source;
  // An erased patron is no longer an instructor.
  const instructors = fields.instructors.filter((one) => !('patronId' in one) || one.patronId !== 'erased');
  const next = { ...fields, ...body, instructors, courseId: ids.next('course', now), copiedFrom: source.courseId };
  const made = await deps.courses.create(next);
  if (made === 'no-term' || made === 'unknown-instructor') return refuse(made, contract.refusals[made].meaning);
  const course = await deps.courses.byCode(next.memberId, next.termId, next.code);
  if (course?.copiedFrom !== source.courseId)
    return refuse('code-taken', contract.refusals['code-taken'].meaning, '/body/termId');
  const brought = await bringForward(deps, source, course, iso(now));
  return answer({ course: courseView(await deps.courses.named(course)), ...brought });
});
