import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { courseDeps } from '../../deps.ts';
import { courseView, ownCourse } from '../../use-cases/courses.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, courseDeps, async ({ path, body }, deps) => {
  const before = await ownCourse(deps, path.courseId, body.branchId);
  if ('refused' in before) return before;
  if (before.endedAt !== undefined) return refuse('course-ended', contract.refusals['course-ended'].meaning);
  const { v, clearedAt: _, department: __, ...rest } = before;
  const after = { ...rest, ...body };
  const outcome = await deps.courses.change(before, after);
  if (outcome !== 'saved') return refuse(outcome, contract.refusals[outcome].meaning);
  return answer(courseView(await deps.courses.named({ ...after, v: v + 1 })));
});
