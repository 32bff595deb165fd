import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { courseDeps } from '../../deps.ts';
import { courseView } from '../../use-cases/courses.ts';
import { contract } from './contract.ts';

const pointers = { 'no-term': '/body/termId', 'code-taken': '/body/code', 'unknown-instructor': '/body/instructors' };

export const handler = handle(contract, courseDeps, async ({ body, now }, { courses, ids }) => {
  const course = { courseId: ids.next('course', now), memberId: memberOfBranch(body.branchId), ...body };
  const outcome = await courses.create(course);
  if (outcome !== 'created') return refuse(outcome, contract.refusals[outcome].meaning, pointers[outcome]);
  return answer(courseView(await courses.named({ ...course, v: 1 })));
});
