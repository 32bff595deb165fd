import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { CourseDeps } from '../deps.ts';
import type { Material } from '../domain/course.ts';
import { listMaterialRefusals } from '../schemas.ts';
import { isCatalogued, listMaterial } from './course-reserves.ts';
import { ownCourse } from './courses.ts';

type Deps = Pick<CourseDeps, 'courses' | 'table'> & { ids: Ids };
type Input = { courseId: string; branchId: string; material: Exclude<Material, { kind: 'item' }>; now: number };

/** Puts a record or a link on the list of a course of the branch's member. */
export const listOnCourse = async ({ ids, ...deps }: Deps, { courseId: id, branchId, material, now }: Input) => {
  const course = await ownCourse(deps, id, branchId);
  if ('refused' in course) return course;
  const isRecord = material.kind === 'record';
  if (isRecord && !(await isCatalogued(deps.table, material.recordId)))
    return refuse('unknown-record', `There is no record ${material.recordId}.`, '/body/material/recordId');
  const entryId = isRecord ? material.recordId : ids.next('listing', now);
  const outcome = await listMaterial(deps.table, course, { entryId, addedAt: iso(now), material });
  if (outcome !== 'listed') return refuse(outcome, listMaterialRefusals[outcome].meaning);
  return answer({ courseId: course.courseId, entryId });
};
