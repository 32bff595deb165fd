import { isId } from '../../../../layers/kernel/identity/id.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { courseDeps } from '../../deps.ts';
import { takeOffReserve, unlistMaterial } from '../../use-cases/course-reserves.ts';
import { ownCourse } from '../../use-cases/courses.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, courseDeps, async ({ path, body: { branchId, entryId } }, deps) => {
  const course = await ownCourse(deps, path.courseId, branchId);
  if ('refused' in course) return course;
  const { courseId } = course;
  if (isId('item', entryId)) {
    const outcome = await takeOffReserve(deps.table, courseId, { entryId });
    if (outcome === 'waits') return refuse('personal-out', contract.refusals['personal-out'].meaning, '/body/entryId');
  } else await unlistMaterial(deps.table, courseId, entryId);
  return answer({ courseId, entryId });
});
