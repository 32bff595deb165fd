import { isId } from '../../../layers/kernel/identity/id.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { CourseDeps } from '../deps.ts';
import { personalOutRefusal } from '../schemas.ts';
import { takeOffReserve, unlistMaterial } from './course-reserves.ts';
import { ownCourse } from './courses.ts';

type Input = { courseId: string; branchId: string; entryId: string };

/** Takes an entry off the list of a course of the branch's member; an item goes back to its own place. */
export const takeOffList = async (
  deps: Pick<CourseDeps, 'courses' | 'table'>,
  { courseId: id, branchId, entryId }: Input,
) => {
  const course = await ownCourse(deps, id, branchId);
  if ('refused' in course) return course;
  const { courseId } = course;
  if (isId('item', entryId)) {
    const outcome = await takeOffReserve(deps.table, courseId, { entryId });
    if (outcome === 'waits') return refuse('personal-out', personalOutRefusal['personal-out'].meaning, '/body/entryId');
  } else await unlistMaterial(deps.table, courseId, entryId);
  return answer({ courseId, entryId });
};
