import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { courseDeps } from '../../deps.ts';
import { isCatalogued, listMaterial } from '../../use-cases/course-reserves.ts';
import { ownCourse } from '../../use-cases/courses.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, courseDeps, async ({ path, body, now }, { ids, ...deps }) => {
  const { branchId, material } = body;
  const course = await ownCourse(deps, path.courseId, branchId);
  if ('refused' in course) return course;
  const isRecord = material.kind === 'record';
  if (isRecord && !(await isCatalogued(deps.table, material.recordId)))
    return refuse('unknown-record', `There is no record ${material.recordId}.`, '/body/material/recordId');
  const entryId = isRecord ? material.recordId : ids.next('listing', now);
  const outcome = await listMaterial(deps.table, course, { entryId, addedAt: iso(now), material });
  if (outcome !== 'listed') return refuse(outcome, contract.refusals[outcome].meaning);
  return answer({ courseId: course.courseId, entryId });
});
